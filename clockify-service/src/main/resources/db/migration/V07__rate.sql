-- Prices of an hour that differ from the general one: by customer, project and person, from a day on.
create table hourly_rate (
    id uuid primary key,
    customer_code text,
    project_name text,
    person text,
    valid_from date not null,
    net_amount numeric(8, 2) not null constraint a_rate_is_not_negative check (net_amount >= 0),
    version int not null,
    constraint a_projects_rate_names_its_customer check (project_name is null or customer_code is not null)
);

create unique index a_rate_begins_once on hourly_rate
    (coalesce(customer_code, ''), coalesce(lower(project_name), ''), coalesce(lower(person), ''), valid_from);

-- What an hour was billed at: a later price never moves what stands on a draft.
alter table time_entry add column billed_rate numeric(8, 2);

update time_entry entry
set billed_rate = (select (item.lines -> 0 ->> 'unitPrice')::numeric from billing_item item where item.id = entry.billing_item)
where billing_item is not null;
