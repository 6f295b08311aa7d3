/** Quotes: what a customer says to one, and the invoices that an accepted one makes. */
package fr.syaga.facturation.invoice.quote;
