/**
 * Reads days from Clockify and brings the stored entries up to date. In come days (from the timer or a person), out come
 * a report and a stored {@link fr.syaga.facturation.clockify.sync.SyncRun}. Start with ClockifySync; what Clockify no
 * longer lists is settled by MissingEntries.
 */
package fr.syaga.facturation.clockify.sync;
