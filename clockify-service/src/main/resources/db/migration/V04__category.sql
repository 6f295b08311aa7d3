-- Categorisation rules in their order; the first whose conditions all hold decides.
create table category_rule (
    id uuid primary key,
    position int not null,
    name text not null constraint a_rule_name_is_used_once unique,
    category text not null constraint a_rule_gives_one_of_three check (category in ('FORFAIT', 'FACTURABLE', 'INTERNE')),
    condition jsonb not null,
    reason text not null,
    version int not null
);

insert into category_rule (id, position, name, category, condition, reason, version) values
    ('00000000-0000-4000-8000-000000000001', 10, 'interne-societe', 'INTERNE',
     '{"clients": ["SYAGA"]}',
     'Le client est notre propre société.', 0),
    ('00000000-0000-4000-8000-000000000002', 20, 'interne-projet', 'INTERNE',
     '{"projects": ["R&D", "Interne", "Formation"]}',
     'Le projet est un projet interne.', 0),
    ('00000000-0000-4000-8000-000000000003', 30, 'hors-forfait', 'FACTURABLE',
     '{"words": ["hors forfait", "extra"]}',
     'Le projet ou la description dit « hors forfait » ou « extra ».', 0),
    ('00000000-0000-4000-8000-000000000004', 40, 'forfait', 'FORFAIT',
     '{"texts": ["forfait", "maintenance"], "customerHasContract": true}',
     'Le client a un contrat ce jour-là et le projet ou la description dit « forfait » ou « maintenance ».', 0),
    ('00000000-0000-4000-8000-000000000005', 50, 'facturable', 'FACTURABLE',
     '{}',
     'Aucune autre règle : le temps est facturable.', 0);

-- Contracts as recurrence-service last told them, so that categorising goes on while it is down.
create table remembered_contract (
    id uuid primary key,
    customer_code text not null,
    label text,
    net_amount numeric(14, 2),
    periodicity text,
    since date not null,
    until date,
    status text not null,
    pauses jsonb not null,
    included_hours numeric(9, 2)
);
create index remembered_contract_customer on remembered_contract (customer_code);

create table contract_reading (
    id int primary key constraint there_is_one_reading check (id = 1),
    read_at timestamptz not null
);
