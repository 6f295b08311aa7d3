/** Leads from a contract to its invoices, runs and the documents that prove it, and from any invoice back. */
package fr.syaga.facturation.recurrence.origin;
