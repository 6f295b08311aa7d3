/**
 * Takes in Clockify's CSV exports. In comes a file, out come reported entries, handed to merge in batches, and a report
 * of what became of each row. Start with TimeEntryImport, which reads a file twice: once for its dates and names, once
 * for its rows.
 */
package fr.syaga.facturation.clockify.csv;
