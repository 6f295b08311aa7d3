/**
 * Hours that stand on invoices that a person wrote. In come an invoice and entries, out come entries that are never
 * drafted; and a list of such invoices for the preview. Start with HandBilling.
 */
package fr.syaga.facturation.clockify.billing.byhand;
