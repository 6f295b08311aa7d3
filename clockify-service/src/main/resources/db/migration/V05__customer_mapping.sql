-- Which customer a Clockify client stands for. folded is the name without case, accents, punctuation and legal form.
create table customer_mapping (
    folded text primary key,
    client_name text not null,
    customer_code text,
    state text not null constraint a_mapping_has_a_known_state check (state in ('MAPPED', 'CHOSEN', 'WAITING', 'INTERNAL')),
    suggestions jsonb not null,
    version int not null,
    constraint a_mapped_client_has_a_customer check ((customer_code is not null) = (state in ('MAPPED', 'CHOSEN')))
);
