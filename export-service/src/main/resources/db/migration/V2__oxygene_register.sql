-- Never reset and never given back: a key that stood in a file once is spent for ever.
create sequence oxygene_key as bigint start 1 no cycle;

-- Which invoice left for Oxygène in which file under which key.
create table oxygene_departure (
    key_number    bigint        primary key,
    export_id     uuid          not null references export,
    invoice_id    uuid          not null,
    number        text,
    kind          text          not null,
    customer_code text          not null,
    net_amount    numeric(14,2) not null,
    gross_amount  numeric(14,2) not null,
    article_code  text,
    payment_code  text,
    credited      text,
    again         boolean       not null,
    file_name     text,
    sha256        text,
    left_by       text,
    left_at       timestamptz,
    marked_at     timestamptz
);
create unique index an_invoice_leaves_once_unless_asked_again on oxygene_departure (invoice_id) where not again;
create index departure_of_an_invoice on oxygene_departure (invoice_id);
create index departure_in_an_export on oxygene_departure (export_id);
