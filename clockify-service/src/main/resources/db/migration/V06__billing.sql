-- A run that bills a month; its items outlive it when the answer of invoice-service is lost.
create table billing_run (
    id uuid primary key,
    month date not null constraint a_month_is_its_first_day check (extract(day from month) = 1),
    started_at timestamptz not null,
    finished_at timestamptz
);

-- What one customer is billed for a month: planned before invoice-service is asked, so that it can be asked again.
create table billing_item (
    id uuid primary key,
    run_id uuid not null references billing_run (id),
    customer_code text not null,
    month date not null,
    reference text not null,
    lines jsonb not null,
    state text not null constraint an_item_has_a_known_state check (state in ('PLANNED', 'BILLED', 'RELEASED')),
    invoice_id uuid,
    problem text,
    version int not null,
    constraint a_billed_item_has_an_invoice check (state <> 'BILLED' or invoice_id is not null)
);

create unique index a_customers_month_is_billed_once on billing_item (customer_code, month) where state <> 'RELEASED';
create index billing_item_month on billing_item (month, customer_code);

alter table time_entry
    add constraint time_entry_billing_item_fk foreign key (billing_item) references billing_item (id);
