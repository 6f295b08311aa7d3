-- From a contract or a run to its documents.
create index invoice_by_contract on invoice (contract_id) where contract_id is not null;
create index invoice_by_run on invoice (run_id) where run_id is not null;

-- What an import brought, in the order of the numbers.
drop index invoice_by_import;
create index invoice_by_import on invoice (import_id, number) where import_id is not null;

-- The order of the list: date, then the moment of making, which nothing that happens to a document later changes.
drop index invoice_by_place;
create index invoice_by_place on invoice (issued_on, created_at, id);
