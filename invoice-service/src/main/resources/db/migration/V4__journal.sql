-- What happened to documents: append only, each entry chained to the one before by its hash.
create table journal_entry (
    sequence bigint constraint journal_entry_pk primary key,
    at timestamptz not null,
    actor text not null,
    deed text not null,
    invoice_id uuid not null,
    facts text not null,
    previous_hash text not null,
    hash text not null
);
create index journal_entry_by_invoice on journal_entry (invoice_id, sequence);

-- The end of the chain; its one row is locked by whoever appends.
create table journal_head (
    only_one boolean constraint journal_head_pk primary key default true constraint journal_head_is_one check (only_one),
    sequence bigint not null,
    hash text not null
);
insert into journal_head (sequence, hash) values (0, repeat('0', 64));

create function refuse_change_of_journal() returns trigger
    language plpgsql as $$
begin
    raise exception 'The journal is append only' using errcode = 'integrity_constraint_violation';
end $$;

create trigger journal_is_append_only
    before update or delete on journal_entry
    for each row execute function refuse_change_of_journal();
create trigger journal_is_not_emptied before truncate on journal_entry execute function refuse_change_of_journal();
