-- Our own gapless series, used when we are the ones who number: the highest counter given in each month of issue.
create table number_series (
    month text constraint number_series_pk primary key constraint number_series_month_form check (month ~ '^20[0-9]{4}$'),
    last integer not null
);

-- Rows of Oxygène's list that fit several approved invoices: a person says which number is whose.
create table pending_number (
    number text constraint pending_number_pk primary key,
    customer_code text not null,
    issued_on date not null,
    net_amount numeric(12, 2) not null,
    gross_amount numeric(12, 2) not null
);
