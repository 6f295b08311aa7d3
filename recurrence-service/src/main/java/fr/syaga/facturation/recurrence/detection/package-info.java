/**
 * Finds recurring contracts in invoice history: a pure function from one customer's documents to patterns. It knows no clock,
 * no database and no framework. Credit notes are netted first; candidate calendars then compete for the invoices that remain,
 * and one is believed only when chance cannot explain it.
 */
package fr.syaga.facturation.recurrence.detection;
