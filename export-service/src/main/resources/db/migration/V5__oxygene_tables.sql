-- The codes that the accounting folder has, by table; a table without a row here was never imported.
create table oxygene_table (
    table_name  text        primary key constraint a_table_is_known
        check (table_name in ('CUSTOMERS', 'ARTICLES', 'VAT', 'PAYMENTS')),
    file        text        not null,
    imported_at timestamptz not null,
    imported_by text        not null
);

create table oxygene_code (
    table_name text not null references oxygene_table,
    code       text not null,
    label      text not null,
    primary key (table_name, code)
);
