-- A person's word that everything issued before a day is paid, and whether it was taken back.
create table settlement (
    id uuid constraint settlement_pk primary key,
    before date not null,
    reason text not null,
    invoices bigint not null,
    credit_notes bigint not null,
    amount numeric(14, 2) not null,
    journal_entry bigint not null,
    declared_by text not null,
    created_at timestamptz not null,
    undone_at timestamptz,
    undo_reason text,
    constraint settlement_undone_with_a_reason check ((undone_at is null) = (undo_reason is null))
);

-- A payment that never came is taken back by one of the opposite amount, once.
alter table payment
    add column reason text,
    add column reversal_of uuid references payment constraint payment_is_reversed_once unique,
    add column settlement_id uuid references settlement,
    drop constraint payment_is_positive,
    add constraint payment_moves_money check (amount <> 0),
    add constraint payment_is_positive check (amount > 0 or reversal_of is not null or settlement_id is not null),
    add constraint payment_reversal_has_a_reason check ((reversal_of is null) = (reason is null));
create index payment_by_invoice on payment (invoice_id);
create index payment_by_settlement on payment (settlement_id) where settlement_id is not null;

alter table invoice add column settlement_id uuid references settlement;
create index invoice_by_settlement on invoice (settlement_id) where settlement_id is not null;

-- What happens to an issued document afterwards: payments, departure, sending, its paper.
create or replace function refuse_change_of_issued_invoice() returns trigger
    language plpgsql as $$
declare
    -- search_vector is generated after this trigger from search_text, which is compared.
    open_columns text[] := array['paid_amount', 'listed_outstanding', 'settlement_id', 'exported_at', 'export_key', 'sent_at',
        'sent_to', 'document_sha256', 'version', 'search_vector'];
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
