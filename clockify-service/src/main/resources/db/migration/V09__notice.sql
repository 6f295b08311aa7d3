-- What was told to people by e-mail: each thing once, however often it is looked at and by however many instances.
create table notice (
    subject text primary key,
    recipients text not null,
    claimed_at timestamptz not null,
    sent_at timestamptz
);
