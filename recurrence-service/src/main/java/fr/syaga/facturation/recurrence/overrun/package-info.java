/**
 * Invoices that stand beyond the end of their contract or within a pause of it, those of runs and those of the history. Contracts that have
 * an end or a pause come in; what is still to be cancelled or credited goes out. Start with Overruns.
 */
package fr.syaga.facturation.recurrence.overrun;
