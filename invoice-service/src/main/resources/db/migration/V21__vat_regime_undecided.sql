-- A customer's VAT regime is a person's word, else what its documents say; where they bear no VAT, nobody knows it yet.
alter table customer
    alter column vat_regime drop not null,
    add column vat_regime_hint text
        constraint customer_vat_regime_hint_known check (vat_regime_hint in ('NO_VAT_IN_HISTORY')),
    add column vat_regime_decided_at timestamptz,
    add column vat_regime_decided_by text,
    add constraint customer_vat_regime_is_known_or_hinted check ((vat_regime is null) = (vat_regime_hint is not null)),
    add constraint customer_decided_vat_regime_is_known check (vat_regime_decided_at is null or vat_regime is not null);

-- Customers whose documents bear no VAT for three in four or more: those of the 24 months up to its latest one, or the last
-- twelve. Either window is enough: a question too many costs a yes, a wrong rate costs money. A document of zero tells nothing.
create view customer_without_vat as
select customer_code
from (select customer_code, issued_on, vat_amount = 0 as without_vat,
             row_number() over (partition by customer_code order by issued_on desc, created_at desc, id) as nth,
             max(issued_on) over (partition by customer_code) as latest
      from invoice
      where status = 'ISSUED' and kind in ('INVOICE', 'CREDIT_NOTE') and net_amount <> 0) told
group by customer_code
having 4 * count(*) filter (where without_vat and issued_on > latest - interval '24 months')
           >= 3 * count(*) filter (where issued_on > latest - interval '24 months')
    or 4 * count(*) filter (where without_vat and nth <= 12) >= 3 * count(*) filter (where nth <= 12);

-- Until now everybody was French unless a person said otherwise: any other regime is a person's word.
update customer set vat_regime_decided_at = now(), vat_regime_decided_by = 'unknown' where vat_regime <> 'FRENCH';

update customer set vat_regime = null, vat_regime_hint = 'NO_VAT_IN_HISTORY', version = version + 1
where vat_regime_decided_at is null and code in (select customer_code from customer_without_vat);
