/**
 * Finds time that cannot be: entries that are too long, and one person's entries that overlap. In come spans, files or
 * entries, out come doubts and their sentences; nothing is stored, so that a correction ends a doubt. Start with Doubts.
 * Slots reads by plain SQL, because a year of entries is too much for a session.
 */
package fr.syaga.facturation.clockify.doubt;
