-- The same customers as before: whoever has no document without VAT is never among them, so that only the documents of the others,
-- few in most ledgers, are put in order. Each import reads the view.
create or replace view customer_without_vat as
select customer_code
from (select customer_code, issued_on, vat_amount = 0 as without_vat,
             row_number() over (partition by customer_code order by issued_on desc, created_at desc, id) as nth,
             max(issued_on) over (partition by customer_code) as latest
      from invoice
      where status = 'ISSUED' and kind in ('INVOICE', 'CREDIT_NOTE') and net_amount <> 0
        and customer_code in (select customer_code from invoice
                              where status = 'ISSUED' and kind in ('INVOICE', 'CREDIT_NOTE') and net_amount <> 0
                                and vat_amount = 0)) told
group by customer_code
having 4 * count(*) filter (where without_vat and issued_on > latest - interval '24 months')
           >= 3 * count(*) filter (where issued_on > latest - interval '24 months')
    or 4 * count(*) filter (where without_vat and nth <= 12) >= 3 * count(*) filter (where nth <= 12);
