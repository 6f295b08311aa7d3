-- Who got a document, and the paper that Oxygène printed of it.
alter table invoice
    add column sent_to text[],
    add column document_sha256 text
        constraint invoice_document_hash_form check (document_sha256 ~ '^[0-9a-f]{64}$');

create table kept_document (
    invoice_id uuid constraint kept_document_pk primary key references invoice,
    content bytea not null constraint kept_document_not_too_large check (octet_length(content) <= 10485760),
    size integer not null,
    sha256 text not null,
    kept_at timestamptz not null,
    kept_by text not null,
    constraint kept_document_size_is_that_of_content check (size = octet_length(content)),
    constraint kept_document_is_a_pdf check (substring(content from 1 for 5) = '%PDF-'::bytea)
);

-- Issued documents of our own that nobody sent: few, and looked for again and again.
create index invoice_by_unsent on invoice (issued_on)
    where status = 'ISSUED' and origin <> 'HISTORY' and sent_at is null;
