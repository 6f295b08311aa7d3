/**
 * How a document comes to be written: drafts, their rules, their VAT, and credit notes. What a caller wants comes in as an
 * {@code InvoiceDraft}; it is checked, taxed and made an {@code InvoiceContent}, of which one document is made, however often it is
 * asked for. Start reading at {@code InvoiceDrafting}.
 */
package fr.syaga.facturation.invoice.drafting;
