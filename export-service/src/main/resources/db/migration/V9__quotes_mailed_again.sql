-- A quote that was reopened and changed is mailed once more; an invoice has one edition and is mailed once.
alter table delivery add column edition integer not null default 1
    constraint an_invoice_has_one_edition check (edition = 1 or (edition > 1 and kind = 'QUOTE'));
drop index an_invoice_is_mailed_once;
create unique index an_invoice_is_mailed_once
    on delivery (invoice_id, coalesce(redirected_to, ''), edition) where status <> 'CANCELLED';
