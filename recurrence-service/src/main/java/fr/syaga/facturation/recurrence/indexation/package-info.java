/** Raises many prices at once: index values, a preview of old and new prices, and the yes after which they hold from a day. */
package fr.syaga.facturation.recurrence.indexation;
