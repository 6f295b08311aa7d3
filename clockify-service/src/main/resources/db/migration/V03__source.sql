-- Requests sent to Clockify in the last hour: the budget of a free workspace, shared by all instances.
create table clockify_request (
    id bigint generated always as identity primary key,
    sent_at timestamptz not null
);
create index clockify_request_sent_at on clockify_request (sent_at);

-- Until when Clockify told us to stay away (429 with Retry-After).
create table clockify_pause (
    id int primary key constraint there_is_one_pause check (id = 1),
    until timestamptz not null
);

-- Names behind Clockify's ids, learnt from reports: the list of running timers carries ids only.
create table clockify_name (
    clockify_id text primary key,
    name text,
    detail text
);

-- A run of the synchronisation: what was asked for, read and found.
create table sync_run (
    id uuid primary key,
    range_from date not null,
    range_to date not null,
    started_at timestamptz not null,
    finished_at timestamptz,
    complete boolean not null,
    entries_read int not null,
    created int not null,
    updated int not null,
    unchanged int not null,
    deleted int not null,
    requests int not null,
    problem text,
    constraint a_range_runs_forward check (range_from <= range_to)
);
create index sync_run_started_at on sync_run (started_at);

-- What a webhook told us to read again; the API stays the truth.
create table reread (
    clockify_id text primary key,
    event text not null,
    received_at timestamptz not null
);
