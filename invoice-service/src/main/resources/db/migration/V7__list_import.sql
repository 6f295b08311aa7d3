-- Which import brought which documents, so that it can be taken back while nothing was built on it.
create table list_import (
    id uuid constraint list_import_pk primary key,
    file text not null,
    imported bigint not null,
    updated bigint not null,
    numbers_learnt bigint not null,
    created_at timestamptz not null,
    undone_at timestamptz
);

alter table invoice add column import_id uuid;
create index invoice_by_import on invoice (import_id) where import_id is not null;

-- Issued documents stay, but for those of an import that is being taken back in this very transaction.
create or replace function refuse_change_of_issued_invoice() returns trigger
    language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if old.origin = 'HISTORY' and current_setting('facturation.undoing_import', true) = old.import_id::text then
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
