-- A project or words of an entry stand for a customer as well: often no entry names a client.
alter table customer_mapping
    add column kind text not null default 'CLIENT'
        constraint a_mapping_is_of_a_known_kind check (kind in ('CLIENT', 'PROJECT', 'WORDS'));
alter table customer_mapping drop constraint customer_mapping_pkey;
alter table customer_mapping add primary key (kind, folded);

-- What told whose time an entry is.
alter table time_entry
    add column customer_by text
        constraint a_customer_is_found_by_one_of_four check (customer_by in ('CLIENT', 'PROJECT', 'WORDS', 'CHOICE'));

update time_entry set customer_by = case when chosen_customer is null then 'CLIENT' else 'CHOICE' end
 where customer_code is not null;

-- The own company is known by the word that clients and projects begin with, not by one client's whole name.
update category_rule
   set condition = '{"ownCompany": true}', reason = 'Le client ou le projet est notre propre société.'
 where id = '00000000-0000-4000-8000-000000000001' and condition = '{"clients": ["SYAGA"]}';

insert into category_rule (id, position, name, category, condition, reason, version)
select '00000000-0000-4000-8000-000000000006', 9, 'interne-mot-societe', 'INTERNE', '{"ownCompany": true}',
       'Le client ou le projet est notre propre société.', 0
 where not exists (select 1 from category_rule where condition = '{"ownCompany": true}');
