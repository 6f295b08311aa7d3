-- Up to which day Clockify had been read without a hole once a run was over: from there the timer goes on.
alter table sync_run add column read_up_to date;

update sync_run set read_up_to = (select max(range_to) from sync_run where complete)
 where id = (select id from sync_run where complete order by started_at desc, id limit 1);
