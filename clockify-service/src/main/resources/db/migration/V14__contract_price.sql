-- What contracts cost and once cost: an old invoice of that amount is the contract's, and no person wrote it for hours.
alter table remembered_contract add column prices jsonb not null default '[]';
