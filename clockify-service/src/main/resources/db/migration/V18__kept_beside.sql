-- The entry of Clockify's beside which a person kept a row that contradicts it: both are true, so that they overlap is no doubt.
alter table time_entry add column kept_beside uuid;
