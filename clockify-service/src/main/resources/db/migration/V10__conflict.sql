-- A row of a file that may be an older word about an entry that Clockify's API told of: until it is settled which of the two is
-- true it has no category and belongs to no bill.
alter table time_entry
    add column conflicts_with uuid references time_entry (id),
    add constraint a_conflict_has_no_category check (conflicts_with is null or category is null),
    add constraint a_conflict_is_not_billed check (conflicts_with is null or billing_item is null),
    add constraint only_a_file_conflicts_with_clockify check (conflicts_with is null or clockify_id is null);

create index time_entry_conflicts on time_entry (started_at, id) where conflicts_with is not null;
create index time_entry_conflicts_with on time_entry (conflicts_with) where conflicts_with is not null;
