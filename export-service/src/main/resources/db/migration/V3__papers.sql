alter table export drop constraint a_format_is_known;
alter table export add constraint a_format_is_known
    check (format in ('OXYGENE_XML', 'CSV', 'XLSX', 'PDF', 'FACTURX', 'FEC', 'ALL'));

-- What printed documents say beside their content (seller, buyer, wordings of the law), frozen with the order.
create table paper_facts (
    export_id uuid  primary key references export,
    facts     bytea not null
);
