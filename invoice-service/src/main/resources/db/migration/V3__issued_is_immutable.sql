-- An issued document never changes and never goes, whoever asks: only what happens to it afterwards is written beside it.
create function refuse_change_of_issued_invoice() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
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

create trigger issued_invoice_is_immutable
    before update or delete on invoice
    for each row when (old.status = 'ISSUED')
    execute function refuse_change_of_issued_invoice();

create function refuse_change_of_issued_line() returns trigger
    language plpgsql as $$
declare
    touched uuid := case tg_op when 'INSERT' then new.invoice_id else old.invoice_id end;
begin
    if exists (select 1 from invoice where id = touched and status = 'ISSUED') then
        raise exception 'The lines of an issued document cannot be changed; make a credit note'
            using errcode = 'integrity_constraint_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;

create trigger issued_line_is_immutable
    before insert or update or delete on invoice_line
    for each row execute function refuse_change_of_issued_line();

create function refuse_truncate() returns trigger
    language plpgsql as $$
begin
    raise exception 'The ledger cannot be emptied' using errcode = 'integrity_constraint_violation';
end $$;

create trigger invoice_is_not_emptied before truncate on invoice execute function refuse_truncate();
create trigger invoice_line_is_not_emptied before truncate on invoice_line execute function refuse_truncate();
