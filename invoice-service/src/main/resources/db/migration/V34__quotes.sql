-- Quotes: beside invoices, with a life and numbers of their own; nothing is owed on one.
alter table invoice
    add column valid_until date,
    add column advance_percent numeric(5, 2)
        constraint invoice_advance_is_a_part check (advance_percent > 0 and advance_percent < 100),
    add column decline_reason text,
    add column quote_id uuid references invoice,
    add column quote_part text constraint invoice_quote_part_known check (quote_part in ('WHOLE', 'ADVANCE', 'REST')),
    drop constraint invoice_kind_known,
    add constraint invoice_kind_known check (kind in ('INVOICE', 'CREDIT_NOTE', 'QUOTE')),
    drop constraint invoice_status_known,
    add constraint invoice_status_fits_kind check (
        case kind when 'QUOTE' then status in ('DRAFT', 'SENT', 'ACCEPTED', 'DECLINED', 'EXPIRED')
                  else status in ('DRAFT', 'APPROVED', 'ISSUED', 'CANCELLED') end),
    drop constraint invoice_has_number_exactly_when_issued,
    add constraint invoice_has_number_exactly_when_issued check (
        case kind when 'QUOTE' then status = 'DRAFT' or number is not null
                  else (status = 'ISSUED') = (number is not null) end),
    drop constraint invoice_number_fits_kind,
    add constraint invoice_number_fits_kind check (
        left(number, 1) = case kind when 'INVOICE' then 'F' when 'QUOTE' then 'D' else 'A' end),
    add constraint invoice_quote_has_a_last_day check ((kind = 'QUOTE') = (valid_until is not null)),
    add constraint invoice_quote_ends_after_it_began check (valid_until >= issued_on),
    add constraint invoice_quote_is_not_paid check (kind <> 'QUOTE' or (paid_amount = 0 and listed_outstanding is null)),
    add constraint invoice_only_a_quote_is_answered
        check (kind = 'QUOTE' or (advance_percent is null and decline_reason is null)),
    add constraint invoice_part_of_a_quote check ((quote_id is null) = (quote_part is null)),
    add constraint invoice_made_of_a_quote check (quote_id is null or kind = 'INVOICE');

-- A quote makes each of its invoices once; one that was cancelled may be made again.
create unique index invoice_quote_part_made_once on invoice (quote_id, quote_part) where status <> 'CANCELLED';
create index invoice_by_quote on invoice (quote_id) where quote_id is not null;
create index invoice_by_lapsing_quote on invoice (valid_until) where status = 'SENT';

create table quote_series (
    month text constraint quote_series_pk primary key constraint quote_series_month_form check (month ~ '^20[0-9]{4}$'),
    last integer not null
);

-- What the customer was offered stays what it was until it is made a draft again.
create function refuse_change_of_offered_quote() returns trigger
    language plpgsql as $$
declare
    open_columns text[] := array['status', 'advance_percent', 'decline_reason', 'exported_at', 'export_key', 'sent_at', 'sent_to',
        'version', 'search_vector'];
begin
    if tg_op = 'DELETE' or (to_jsonb(new) - open_columns) is distinct from (to_jsonb(old) - open_columns) then
        raise exception 'Quote % was sent and cannot be changed; reopen it', old.number
            using errcode = 'integrity_constraint_violation';
    end if;
    return new;
end $$;

create trigger offered_quote_is_immutable
    before update or delete on invoice
    for each row when (old.kind = 'QUOTE' and old.status <> 'DRAFT')
    execute function refuse_change_of_offered_quote();

create or replace function refuse_change_of_issued_line() returns trigger
    language plpgsql as $$
declare
    touched uuid := case tg_op when 'INSERT' then new.invoice_id else old.invoice_id end;
begin
    if exists (select 1 from invoice where id = touched and (status = 'ISSUED' or (kind = 'QUOTE' and status <> 'DRAFT'))) then
        raise exception 'The lines of a document that is issued or offered cannot be changed; make a credit note, or reopen the quote'
            using errcode = 'integrity_constraint_violation';
    end if;
    return case tg_op when 'DELETE' then old else new end;
end $$;
