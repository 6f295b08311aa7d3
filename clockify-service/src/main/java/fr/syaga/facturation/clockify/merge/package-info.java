/**
 * Makes one entry of all that is reported about it. In come reported entries from Clockify's API or from a file, out
 * come stored entries and counts. Start with EntryMerge, then KnownEntries, which decides which entry is meant. New
 * entries are stored by COPY (FreshEntries) and rows that were seen before are looked up by statements (CsvSightings): a
 * file has a hundred thousand of them.
 */
package fr.syaga.facturation.clockify.merge;
