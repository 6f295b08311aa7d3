/**
 * Our view of invoice-service: the few fields of an invoice, its customer and its issuer that a file shows. In come the answers of
 * invoice-service, cleaned; out go the news of what left or was mailed. Amounts are taken over and never computed here. Start reading at
 * {@code InvoicingClient}.
 */
package fr.syaga.facturation.export.invoicing;
