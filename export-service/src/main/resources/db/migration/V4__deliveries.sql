-- A mail with a document to its customer, frozen when it is ordered.
create table delivery (
    id             uuid          primary key,
    invoice_id     uuid          not null,
    number         text          not null,
    kind           text          not null,
    customer_code  text          not null,
    customer_name  text          not null,
    issued_on      date          not null,
    gross_amount   numeric(14,2) not null,
    sender         text          not null,
    recipients     text          not null,
    redirected_to  text,
    message_id     text          not null constraint a_message_id_is_never_used_twice unique,
    subject        text          not null,
    body           text          not null,
    electronic     boolean       not null,
    missing        text          not null,
    with_timesheet boolean       not null,
    status         text          not null constraint a_delivery_status_is_known
        check (status in ('WAITING', 'APPROVED', 'SENDING', 'SENT', 'DOUBTFUL', 'REFUSED', 'CANCELLED')),
    attempts       integer       not null,
    not_before     timestamptz   not null,
    claimed_at     timestamptz,
    problem        text,
    created_by     text          not null,
    created_at     timestamptz   not null,
    decided_by     text,
    decided_at     timestamptz,
    sent_at        timestamptz,
    told_at        timestamptz,
    version        integer       not null,
    constraint a_sent_mail_has_its_time check (status <> 'SENT' or sent_at is not null),
    constraint a_mail_under_way_is_claimed check (status <> 'SENDING' or claimed_at is not null)
);
-- A mail leaves once an invoice; a dry run is no mail to the customer.
create unique index an_invoice_is_mailed_once on delivery (invoice_id, coalesce(redirected_to, '')) where status <> 'CANCELLED';
create index delivery_by_time on delivery (created_at desc, id desc);
create index delivery_to_work_on on delivery (not_before) where status in ('APPROVED', 'SENDING', 'SENT');

create table delivery_enclosure (
    delivery_id uuid  primary key references delivery,
    document    bytea not null,
    timesheet   bytea
);
