-- Why a mailed document is no electronic invoice between companies, and what leaves instead; null when it is one.
alter table delivery add column no_e_invoice text;
