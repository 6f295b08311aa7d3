-- Words are found without case, accents and punctuation, whatever the locale of the database makes of capitals.
create or replace function fold_text(text text) returns text
    language sql immutable parallel safe strict
    return regexp_replace(
        replace(replace(replace(
            translate(lower(text),
                'ÀÂÄÁÃÅÇÉÈÊËÍÌÎÏÑÓÒÔÖÕÚÙÛÜÝŸŒÆàâäáãåçéèêëíìîïñóòôöõúùûüýÿ',
                'aaaaaaceeeeiiiinooooouuuuyyœæaaaaaaceeeeiiiinooooouuuuyy'),
            'œ', 'oe'), 'æ', 'ae'), 'ß', 'ss'),
        '[^a-z0-9]+', ' ', 'g');

-- What a person types: every word is to be found, of each the end may be missing.
create function words_query(words text) returns tsquery
    language sql immutable parallel safe strict
    return (select to_tsquery('french', coalesce(string_agg(quote_literal(word) || ':*', ' & '), ''))
            from string_to_table(fold_text(words), ' ') as word where word <> '');

-- The cache's designations in one form for one service; the raw text stays beside it.
alter table cached_invoice add column standard_designation text;
alter table cached_invoice add column search_vector tsvector generated always as (
    to_tsvector('french', fold_text(coalesce(standard_designation, '') || ' ' || coalesce(designation, '')))) stored;
create index cached_invoice_by_words on cached_invoice using gin (search_vector);
