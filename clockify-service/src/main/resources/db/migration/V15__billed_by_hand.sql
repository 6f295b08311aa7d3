-- Hours that stand on an invoice that a person wrote: an invoice, but no draft of ours.
alter table time_entry drop constraint a_billed_entry_belongs_to_a_draft;
create index time_entry_billed_by on time_entry (billed_by) where billed_by is not null;
