-- Customers who never will have a SIREN: private persons, companies of Monaco.
alter table customer
    add column kind text not null default 'COMPANY'
        constraint customer_kind_known check (kind in ('COMPANY', 'PRIVATE_PERSON', 'WITHOUT_SIREN')),
    add constraint customer_without_siren_has_none check (kind = 'COMPANY' or siren is null);
