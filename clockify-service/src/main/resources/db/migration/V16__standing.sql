-- What Clockify says of an entry beside the time; null is not told.
alter table time_entry
    add column time_type text,
    add column invoiced boolean,
    add column invoiced_as text constraint a_named_invoice_is_an_invoice check (invoiced_as is null or invoiced),
    add column approval text,
    add column released_by_person boolean not null default false;

-- Time that nobody worked is nobody's to pay.
insert into category_rule (id, position, name, category, condition, reason, version) values
    ('00000000-0000-4000-8000-000000000007', 5, 'interne-pause', 'INTERNE',
     '{"types": ["BREAK", "TIME_OFF", "HOLIDAY"]}',
     'Pause, congé ou jour férié : ce n''est pas du temps de travail.', 0)
    on conflict (name) do nothing;
