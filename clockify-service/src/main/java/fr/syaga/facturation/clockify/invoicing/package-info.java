/**
 * The client of invoice-service and what we read of it. In come drafts and ids, out come invoices and customers; a
 * neighbour that is down is a 503. Start with InvoicingClient.
 */
package fr.syaga.facturation.clockify.invoicing;
