-- The SQLite cache beside the documents, word for word. It never changes one.
create table cached_invoice (
    number text constraint cached_invoice_pk primary key,
    date_text text,
    customer_name text,
    customer_code text,
    net_amount numeric(14, 2),
    vat_amount numeric(14, 2),
    gross_amount numeric(14, 2),
    designation text
);

create table cached_invoice_line (
    number text not null references cached_invoice,
    position integer not null,
    article_code text,
    designation text,
    quantity numeric(16, 4),
    unit_price numeric(16, 4),
    net_amount numeric(14, 2),
    constraint cached_invoice_line_pk primary key (number, position)
);
