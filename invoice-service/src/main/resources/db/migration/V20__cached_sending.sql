-- What the cache knows of a document beside its words: when it really left and to whom, and when it was to be paid.
alter table cached_invoice
    add column sent_on date,
    add column recipients text[] not null default '{}',
    add column due_on date,
    add column payment_days integer constraint cached_invoice_payment_days_not_negative check (payment_days >= 0);

-- The documents that the customer got according to the cache. A row that only the cache has is no document.
create view cached_sending as
select i.id as invoice_id, c.sent_on, c.recipients
from invoice i join cached_invoice c on c.number = i.number
where c.sent_on is not null;

-- The cache that stands: the file imported last, which replaced the one before it whole.
create table standing_cache (
    only_one boolean constraint standing_cache_pk primary key constraint standing_cache_is_one check (only_one),
    file text not null,
    orphan_lines bigint not null constraint standing_cache_orphan_lines_not_negative check (orphan_lines >= 0),
    imported_at timestamptz not null
);
