-- An entry of tracked time, known from Clockify's API (clockify_id), from a CSV export, or from both, but stored once.
create table time_entry (
    id uuid primary key,
    clockify_id text constraint a_clockify_entry_is_stored_once unique,
    user_name text,
    user_email text,
    client_name text,
    project_name text,
    task_name text,
    tags text,
    description text,
    billable boolean not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    precision_seconds int not null,
    day date not null,
    customer_code text,
    category text constraint a_category_is_one_of_three check (category in ('FORFAIT', 'FACTURABLE', 'INTERNE')),
    rule text not null,
    reason text not null,
    chosen_category text constraint a_chosen_category_is_one_of_three
        check (chosen_category in ('FORFAIT', 'FACTURABLE', 'INTERNE')),
    chosen_customer text,
    chosen_reason text,
    billing_item uuid,
    billed_by uuid,
    billed_seconds bigint,
    billed_customer text,
    changed_since_billed boolean not null,
    deleted_at timestamptz,
    version int not null,
    constraint an_entry_ends_after_it_starts check (ended_at is null or ended_at >= started_at),
    constraint a_running_entry_has_no_category check (ended_at is not null or category is null),
    constraint a_billed_entry_belongs_to_a_draft check (billed_by is null or billing_item is not null)
);

create index time_entry_started_at on time_entry (started_at, id);
create index time_entry_day on time_entry (day, id);
create index time_entry_client on time_entry (client_name);
create index time_entry_billing_item on time_entry (billing_item) where billing_item is not null;

-- Under which CSV row an entry was seen, so that the same file again is known, even after the entry changed in Clockify.
create table csv_sighting (
    row_key text not null,
    occurrence int not null,
    entry_id uuid not null references time_entry (id),
    primary key (row_key, occurrence),
    constraint an_occurrence_counts_from_one check (occurrence >= 1)
);
