-- Documents of our own that were issued while nobody had said which company issues: none most of the time, and counted by whoever
-- looks at the issuer.
create index invoice_by_late_facts on invoice (issued_on, created_at, id)
    where status = 'ISSUED' and origin <> 'HISTORY' and legal_facts is null;
