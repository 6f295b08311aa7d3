-- Seconds of a FACTURABLE entry that the hours of a contract still covered: the entry with which they were used up.
alter table time_entry
    add column covered_seconds bigint not null default 0
        constraint covered_time_is_not_negative check (covered_seconds >= 0);
