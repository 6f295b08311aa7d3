/** Our view of invoice-service: the history that it keeps, its customers, and the invoices that it makes for us. */
package fr.syaga.facturation.recurrence.invoicing;
