-- What an admin chose for Oxygène at run time, over the settings; a choice that is taken back has no row.
create table oxygene_choice (
    name       text        primary key constraint a_choice_is_known check (
        name in ('articleCode', 'paymentCode', 'types.invoice', 'types.creditNote', 'types.quote', 'valid', 'arrete',
                 'adresse', 'creditNoteSign')
        or name ~ '^vatCodes\.(0|[1-9][0-9]{0,2})(\.[0-9]*[1-9])?$'),
    value      text        not null constraint a_choice_says_something check (value <> ''),
    changed_by text        not null,
    changed_at timestamptz not null
);
