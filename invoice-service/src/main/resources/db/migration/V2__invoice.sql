-- Text without case and accents, so that a search for "penalite" finds "Pénalité".
create function fold_text(text text) returns text
    language sql immutable parallel safe strict
    return translate(lower(text), 'àâäáãåçéèêëíìîïñóòôöõúùûüýÿ', 'aaaaaaceeeeiiiinooooouuuuyy');

-- Invoices and credit notes with their lines. The totals stand here as well: what was issued is never computed again.
create table invoice (
    id uuid constraint invoice_pk primary key,
    kind text not null constraint invoice_kind_known check (kind in ('INVOICE', 'CREDIT_NOTE')),
    status text not null constraint invoice_status_known check (status in ('DRAFT', 'APPROVED', 'ISSUED', 'CANCELLED')),
    origin text not null constraint invoice_origin_known check (origin in ('HISTORY', 'RECURRENCE', 'TIME', 'MANUAL')),
    reference text constraint invoice_reference_used_once unique,
    idempotency_key text constraint invoice_idempotency_key_used_once unique,
    content_hash text,
    number text constraint invoice_number_used_once unique,
    customer_code text not null references customer,
    customer_name text not null,
    issued_on date not null,
    due_on date constraint invoice_not_due_before_issued check (due_on >= issued_on),
    period_from date,
    period_to date constraint invoice_period_ends_after_it_began check (period_to >= period_from),
    subject text,
    net_amount numeric(12, 2) not null,
    vat_amount numeric(12, 2) not null,
    gross_amount numeric(12, 2) not null,
    paid_amount numeric(12, 2) not null,
    listed_outstanding numeric(12, 2),
    currency text not null,
    credit_of uuid references invoice,
    contract_id text,
    run_id text,
    exported_at timestamptz,
    export_key text,
    sent_at timestamptz,
    created_at timestamptz not null,
    search_text text not null,
    search_vector tsvector generated always as (to_tsvector('french', fold_text(search_text))) stored,
    version integer not null,
    constraint invoice_gross_is_net_and_vat check (gross_amount = net_amount + vat_amount),
    constraint invoice_has_number_exactly_when_issued check ((status = 'ISSUED') = (number is not null)),
    constraint invoice_number_fits_kind check (left(number, 1) = case kind when 'INVOICE' then 'F' else 'A' end)
);
create index invoice_by_place on invoice (issued_on, coalesce(number, customer_code), id);
create index invoice_by_customer on invoice (upper(customer_code), issued_on);
create index invoice_by_status on invoice (status) where status <> 'ISSUED';
create index invoice_by_credited on invoice (credit_of) where credit_of is not null;
create index invoice_by_words on invoice using gin (search_vector);

create table invoice_line (
    invoice_id uuid not null references invoice,
    position integer not null,
    article_code text,
    description text not null,
    quantity numeric(14, 4) not null constraint invoice_line_quantity_not_negative check (quantity >= 0),
    unit text,
    unit_price numeric(16, 6) not null constraint invoice_line_price_not_negative check (unit_price >= 0),
    vat_category text not null,
    vat_rate numeric(5, 2) not null,
    net_amount numeric(12, 2) not null
        constraint invoice_line_multiplies check (abs(net_amount) = round(quantity * unit_price, 2)),
    constraint invoice_line_pk primary key (invoice_id, position)
);

create table payment (
    id uuid constraint payment_pk primary key,
    invoice_id uuid not null references invoice,
    amount numeric(12, 2) not null constraint payment_is_positive check (amount > 0),
    paid_on date not null,
    reference text,
    created_at timestamptz not null,
    constraint payment_reference_used_once unique (invoice_id, reference)
);
