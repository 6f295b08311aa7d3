-- Who is invoiced. One customer a code, whatever its case.
create table customer (
    code text constraint customer_pk primary key,
    name text not null,
    siren text constraint customer_siren_has_nine_digits check (siren ~ '^[0-9]{9}$'),
    vat_number text,
    vat_regime text not null
        constraint customer_vat_regime_known check (vat_regime in ('FRENCH', 'EU_REVERSE_CHARGE', 'OUTSIDE_EU', 'EXEMPT')),
    payment_days integer not null constraint customer_payment_days_legal check (payment_days between 0 and 60),
    payment_end_of_month boolean not null,
    payment_day integer constraint customer_payment_day_in_month check (payment_day between 1 and 31),
    electronic_address text,
    oxygene_article_code text,
    oxygene_payment_code text,
    version integer not null
);
create unique index customer_code_in_any_case on customer (upper(code));

create table customer_alias (
    customer_code text not null references customer,
    alias text not null,
    constraint customer_alias_pk primary key (customer_code, alias)
);

create table customer_address (
    customer_code text not null references customer,
    position integer not null,
    kind text not null constraint customer_address_kind_known check (kind in ('BILLING', 'DELIVERY')),
    line1 text,
    line2 text,
    postal_code text,
    city text,
    country text constraint customer_address_country_is_iso check (country ~ '^[A-Z]{2}$'),
    constraint customer_address_pk primary key (customer_code, position)
);

create table customer_email (
    customer_code text not null references customer,
    position integer not null,
    email text not null,
    constraint customer_email_pk primary key (customer_code, position)
);
