-- The invoices of an export as they were when it was asked for: the same set is the same row, for every format.
create table selection (
    id          uuid        primary key,
    fingerprint text        not null constraint the_same_set_is_known_once unique,
    documents   integer     not null constraint a_selection_is_not_empty check (documents > 0),
    invoices    bytea       not null,
    created_at  timestamptz not null
);

create table export (
    id           uuid          primary key,
    selection_id uuid          not null references selection,
    format       text          not null constraint a_format_is_known check (format in ('OXYGENE_XML', 'CSV', 'XLSX', 'ALL')),
    status       text          not null constraint a_status_is_known check (status in ('RUNNING', 'DONE', 'FAILED')),
    progress     integer       not null constraint progress_is_a_percentage check (progress between 0 and 100),
    documents    integer       not null,
    total_net    numeric(14,2) not null,
    total_gross  numeric(14,2) not null,
    file_name    text          not null,
    again        boolean       not null,
    sha256       text,
    size         bigint,
    problem      text,
    created_by   text          not null,
    created_at   timestamptz   not null,
    finished_at  timestamptz,
    constraint only_a_done_export_has_a_file check ((status = 'DONE') = (sha256 is not null and size is not null)),
    constraint a_failed_export_says_why check ((status = 'FAILED') = (problem is not null))
);
-- The same request is the same export, however many ask at once; a failed one may be asked for anew.
create unique index one_export_a_format_and_set on export (selection_id, format) where status <> 'FAILED' and not again;
create index export_by_time on export (created_at desc, id desc);

-- The three exports that a bundle is made of.
create table export_part (
    export_id uuid    not null references export,
    position  integer not null,
    part_id   uuid    not null references export,
    primary key (export_id, position)
);

-- The invoices of the selection that this file leaves out, and why.
create table skipped_invoice (
    export_id       uuid    not null references export,
    position        integer not null,
    invoice_id      uuid    not null,
    number          text,
    reason          text    not null,
    left_under_key  text,
    left_in_export  uuid,
    primary key (export_id, position)
);

create table file_chunk (
    export_id uuid    not null references export,
    position  integer not null,
    bytes     bytea   not null,
    primary key (export_id, position)
);

-- What is still to be done for an export. A row is claimed by its lock, so that a worker that dies frees it by dying.
create table export_work (
    export_id  uuid        primary key references export,
    step       text        not null constraint a_step_is_known check (step in ('RENDER', 'MARK')),
    attempts   integer     not null default 0,
    not_before timestamptz not null
);
