-- What an invoice must say of the company that it is for.
alter table customer
    add column siret text constraint customer_siret_has_fourteen_digits check (siret ~ '^[0-9]{14}$'),
    add column purchase_order text,
    add constraint customer_siret_is_of_siren check (siren is null or siret is null or left(siret, 9) = siren);
