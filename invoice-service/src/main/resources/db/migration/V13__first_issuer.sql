-- A document that got its number before anybody said who issues is frozen when somebody does: once, and never again.
create or replace function refuse_change_of_issued_invoice() returns trigger
    language plpgsql as $$
declare
    -- search_vector is generated after this trigger from search_text, which is compared.
    open_columns text[] := array['paid_amount', 'listed_outstanding', 'exported_at', 'export_key', 'sent_at', 'version', 'search_vector'];
begin
    if tg_op = 'DELETE' then
        if old.origin = 'HISTORY'
                and exists (select 1 from journal_entry where invoice_id = old.id and deed = 'IMPORT_UNDONE') then
            return old;
        end if;
        raise exception 'Issued document % cannot be deleted; make a credit note', old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    if old.legal_facts is null and old.origin <> 'HISTORY' then
        open_columns := open_columns || array['legal_facts'];
    end if;
    if (to_jsonb(new) - open_columns) is distinct from (to_jsonb(old) - open_columns) then
        raise exception 'Issued document % cannot be changed; make a credit note', old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;
