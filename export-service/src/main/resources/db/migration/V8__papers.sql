-- The issuer's logo as it was when papers were ordered.
alter table paper_facts add column logo bytea;

-- The papers that Oxygène printed, as far as an export holds them.
create table own_document (
    sha256 text  primary key,
    bytes  bytea not null
);

-- True when a mail carries the paper that Oxygène printed, and none of ours.
alter table delivery add column own_document boolean not null default false;
