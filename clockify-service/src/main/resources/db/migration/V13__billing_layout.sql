-- How a customer's hours become invoices: groups, each with its unit, price and designation, and the rest.
create table billing_layout (
    customer_code text primary key,
    layout jsonb not null,
    version int not null
);

-- A layout read from the user's own templates: it bills nothing before a person's yes.
create table layout_proposal (
    customer_code text primary key,
    template_key text not null,
    layout jsonb not null,
    monthly_net numeric(14, 2),
    state text not null constraint a_proposal_has_a_known_state check (state in ('WAITING', 'ACCEPTED', 'REJECTED')),
    version int not null
);

-- A customer's month may be several invoices: the shared one (empty), or one of a group of its own.
alter table billing_item
    add column part text not null default '',
    add column group_title text,
    add column position int not null default 0;

drop index a_customers_month_is_billed_once;
create unique index a_part_of_a_customers_month_is_billed_once on billing_item (customer_code, month, part)
 where state <> 'RELEASED';
