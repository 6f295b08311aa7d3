-- The picture at the head of the issuer's papers.
create table issuer_logo (
    only_one boolean constraint issuer_logo_pk primary key default true constraint issuer_logo_is_one check (only_one),
    media_type text not null constraint issuer_logo_media_type_known check (media_type in ('image/png', 'image/svg+xml')),
    content bytea not null constraint issuer_logo_not_too_large check (octet_length(content) between 1 and 1048576),
    sha256 text not null,
    kept_at timestamptz not null,
    kept_by text not null
);
