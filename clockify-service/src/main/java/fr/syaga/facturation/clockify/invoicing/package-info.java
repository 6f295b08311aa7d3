/** Our view of invoice-service: customers to bill, drafts to make, invoices that came of them. */
package fr.syaga.facturation.clockify.invoicing;
