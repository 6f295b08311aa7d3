-- Terms that a person agreed are kept apart from those that the law supposes.
alter table customer add column payment_terms_agreed boolean not null default false;
update customer set payment_terms_agreed = true
where payment_days <> 30 or payment_end_of_month or payment_day is not null;

-- Terms that the cache shows plainly: the last three to twelve documents whose due date it knows all fell due at once, or all
-- after thirty days. The cache is no contract, so this is a hint and never a due date.
create view customer_plain_terms as
select customer_code, min(days) as days, count(*) as documents
from (select i.customer_code,
             coalesce(c.due_on - i.issued_on, c.payment_days) as days,
             row_number() over (partition by i.customer_code order by i.issued_on desc, i.created_at desc, i.id) as nth
      from invoice i join cached_invoice c on c.number = i.number
      where i.status = 'ISSUED' and i.kind = 'INVOICE' and coalesce(c.due_on - i.issued_on, c.payment_days) is not null) told
where nth <= 12
group by customer_code
having count(*) >= 3 and min(days) = max(days) and min(days) in (0, 30);
