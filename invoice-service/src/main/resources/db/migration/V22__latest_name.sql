-- A customer has the name of its latest listed document; the name that a person gave stands.
alter table customer
    add column named_by_person boolean not null default false,
    add column name_listed_on date,
    add column name_listed_number text,
    add constraint customer_listed_name_is_of_a_document check ((name_listed_on is null) = (name_listed_number is null));

-- Until now the first spelling was the name: any other name is a person's.
update customer set named_by_person = true
where name is distinct from (select i.customer_name from invoice i
                             where i.origin = 'HISTORY' and upper(i.customer_code) = upper(code)
                             order by i.created_at, i.number limit 1);

-- The role that migrates may make no temporary table: a table of the schema that is dropped at the end serves.
create table latest_name as
select distinct on (customer_code) customer_code, customer_name as name, issued_on, number
from invoice where origin = 'HISTORY'
order by customer_code, issued_on desc, created_at desc, number desc;

update customer set name_listed_on = l.issued_on, name_listed_number = l.number
from latest_name l where l.customer_code = code;

insert into customer_alias (customer_code, alias)
select c.code, c.name from customer c join latest_name l on l.customer_code = c.code
where not c.named_by_person and c.name <> l.name
on conflict do nothing;

update customer set name = l.name, version = version + 1
from latest_name l where l.customer_code = code and not named_by_person and customer.name <> l.name;

delete from customer_alias a using customer c where c.code = a.customer_code and c.name = a.alias;

drop table latest_name;
