/**
 * Rows of files that contradict Clockify, and the person who settles them. In comes a yes (keep) or a no (drop) to a
 * stored row, out comes an entry that counts or is gone. Start with Conflicts.
 */
package fr.syaga.facturation.clockify.conflict;
