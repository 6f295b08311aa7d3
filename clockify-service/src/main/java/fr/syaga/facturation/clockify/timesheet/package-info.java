/**
 * The stored time: an entry, what was reported about it, what was decided about it and what it was billed as. In come reported
 * entries, verdicts and bills from the packages around it; it knows none of them, and asks them by Judge and DraftCheck. Start with
 * TimeEntry, then TimeEntries. Changes of many entries go through EntryUpdates, by one SQL statement each, because a month has too
 * many entries to store one by one. It has some more files than other rooms: each part of an entry is a small record of its own.
 */
package fr.syaga.facturation.clockify.timesheet;
