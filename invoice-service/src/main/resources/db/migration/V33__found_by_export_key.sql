-- Oxygène's report names the key under which a document left.
create index invoice_by_export_key on invoice (export_key) where export_key is not null;
