-- Whether time overlaps is asked of a day and the day before it; what began earlier and lasts into them is rare and found by this.
create index time_entry_longer_than_a_day on time_entry (started_at)
 where ended_at - started_at > interval '24 hours' and deleted_at is null;
