-- The numbers of a sales journal's entries in its documents' order, as ranges such as 13-24,26; null for other files.
alter table export add column entry_numbers text;
