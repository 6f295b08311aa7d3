-- Who writes a document brings its words folded and each once: folding them here took a regular expression a row, again at each
-- change of the row. Types are changed and not rows, so that issued documents stay as they are.
alter table invoice
    drop column search_vector,
    alter column search_text type text using btrim(fold_text(search_text)),
    add column search_vector tsvector generated always as (to_tsvector('french', search_text)) stored;
alter table invoice rename column search_text to words;
create index invoice_by_words on invoice using gin (search_vector);

-- Most documents have neither: those of a list have none of the two.
alter table invoice
    drop constraint invoice_reference_used_once,
    drop constraint invoice_idempotency_key_used_once;
create unique index invoice_reference_used_once on invoice (reference) where reference is not null;
create unique index invoice_idempotency_key_used_once on invoice (idempotency_key) where idempotency_key is not null;
