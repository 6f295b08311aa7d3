-- What the law changes from time to time: rates of VAT and wordings, each with the days between which it holds.
create table vat_rate (
    kind text not null
        constraint vat_rate_kind_known check (kind in ('NORMAL', 'INTERMEDIATE', 'REDUCED', 'SUPER_REDUCED', 'OVERSEAS', 'ZERO')),
    percent numeric(5, 2) not null constraint vat_rate_is_a_percentage check (percent between 0 and 100),
    valid_from date not null,
    valid_to date constraint vat_rate_ends_after_it_began check (valid_to >= valid_from),
    constraint vat_rate_pk primary key (kind, valid_from)
);
-- CGI art. 278, 278-0 bis, 279, 281 quater and following, 296.
insert into vat_rate (kind, percent, valid_from, valid_to) values
    ('NORMAL', 19.6, '2000-04-01', '2013-12-31'),
    ('NORMAL', 20, '2014-01-01', null),
    ('INTERMEDIATE', 7, '2012-01-01', '2013-12-31'),
    ('INTERMEDIATE', 10, '2014-01-01', null),
    ('REDUCED', 5.5, '2000-01-01', null),
    ('SUPER_REDUCED', 2.1, '2000-01-01', null),
    ('OVERSEAS', 8.5, '2000-01-01', null),
    ('ZERO', 0, '2000-01-01', null);

create table legal_wording (
    code text not null
        constraint legal_wording_code_known check (code in ('LATE_PENALTY', 'RECOVERY_FEE', 'EARLY_PAYMENT', 'OPERATION_CATEGORY',
            'DEBIT_OPTION', 'EU_REVERSE_CHARGE', 'OUTSIDE_EU', 'EXEMPT')),
    text text not null,
    source text,
    valid_from date not null,
    valid_to date constraint legal_wording_ends_after_it_began check (valid_to >= valid_from),
    constraint legal_wording_pk primary key (code, valid_from)
);
-- Wordings that quote the tax code by its old articles are tolerated until the end of 2027.
insert into legal_wording (code, text, source, valid_from, valid_to) values
    ('LATE_PENALTY', 'En cas de retard de paiement, pénalités au taux directeur de la Banque centrale européenne majoré de 10 points, exigibles sans rappel.', 'C. com. L. 441-10 II', '2000-01-01', null),
    ('RECOVERY_FEE', 'En cas de retard de paiement, indemnité forfaitaire pour frais de recouvrement de 40 €.', 'C. com. D. 441-5', '2013-01-01', null),
    ('EARLY_PAYMENT', 'Pas d''escompte pour paiement anticipé.', 'C. com. L. 441-9', '2000-01-01', null),
    ('OPERATION_CATEGORY', 'Prestations de services', 'Décret 2022-1299', '2000-01-01', null),
    ('DEBIT_OPTION', 'Option pour le paiement de la taxe d''après les débits', 'Décret 2022-1299', '2000-01-01', null),
    ('EU_REVERSE_CHARGE', 'Autoliquidation', 'CGI ann. II 242 nonies A, I-13°', '2000-01-01', null),
    ('OUTSIDE_EU', 'TVA non applicable, art. 259-1 du CGI', 'CGI ann. II 242 nonies A, I-12°', '2000-01-01', '2027-12-31');

-- Who issues: one company.
create table issuer (
    only_one boolean constraint issuer_pk primary key default true constraint issuer_is_one check (only_one),
    name text not null,
    legal_form text,
    share_capital text,
    siren text not null,
    siret text,
    vat_number text,
    trade_register text,
    line1 text,
    line2 text,
    postal_code text,
    city text,
    country text,
    phone text,
    email text,
    electronic_address text,
    iban text,
    bic text,
    debit_option boolean not null,
    version integer not null
);

alter table invoice
    add column purchase_order text,
    add column listed_vat_rate numeric(5, 2),
    add column legal_facts text;
