-- An imported document goes only after the journal says that its import was taken back: no session setting opens the ledger.
create or replace function refuse_change_of_issued_invoice() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.origin = 'HISTORY'
                and exists (select 1 from journal_entry where invoice_id = old.id and deed = 'IMPORT_UNDONE') then
            return old;
        end if;
        raise exception 'Issued document % cannot be deleted; make a credit note', old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    -- search_vector is generated after this trigger from search_text, which is compared.
    if (to_jsonb(new) - array['paid_amount', 'listed_outstanding', 'exported_at', 'export_key', 'sent_at', 'version', 'search_vector'])
            is distinct from
       (to_jsonb(old) - array['paid_amount', 'listed_outstanding', 'exported_at', 'export_key', 'sent_at', 'version', 'search_vector'])
    then
        raise exception 'Issued document % cannot be changed; make a credit note', old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

-- What was paid stays told: a payment that was taken is neither changed nor removed.
create function refuse_change_of_payment() returns trigger
    language plpgsql as $$
begin
    raise exception 'A payment cannot be changed or removed' using errcode = 'integrity_constraint_violation';
end $$;

create trigger payment_is_append_only
    before update or delete on payment
    for each row execute function refuse_change_of_payment();
create trigger payment_is_not_emptied before truncate on payment execute function refuse_change_of_payment();
