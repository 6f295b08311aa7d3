-- Why an invoice stays behind, in a sentence, and by which name a person knows it before it has a number.
alter table skipped_invoice add column reference text;
alter table skipped_invoice add column detail text;

-- The profile that a file for Oxygène was ordered with: what was decided by it is written by it.
alter table export add column profile text;

-- What stayed behind leaves in a later file of the same selection, once its cause is mended.
alter table export add column follows uuid references export;
drop index one_export_a_format_and_set;
create unique index one_export_a_format_and_set
    on export (selection_id, format, coalesce(follows, '00000000-0000-0000-0000-000000000000'))
    where status <> 'FAILED' and not again;

-- The customer's address, when the profile sends it along.
alter table oxygene_departure add column address_name text;
alter table oxygene_departure add column address_line1 text;
alter table oxygene_departure add column address_line2 text;
alter table oxygene_departure add column address_postal_code text;
alter table oxygene_departure add column address_city text;
alter table oxygene_departure add column address_country text;
alter table oxygene_departure add column address_email text;
