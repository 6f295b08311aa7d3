/**
 * A document of account: its content, its state and what may become of it. An {@code InvoiceContent} or a row of the list comes in, an
 * {@code InvoiceView} goes out; an issued document never changes. Start reading at {@code Invoice}. The room has more than fifteen files
 * because the values that {@code Invoice} is stored with belong beside it. {@code FreshInvoices} writes the rows of an import with
 * {@code COPY}: an entity each would take minutes.
 */
package fr.syaga.facturation.invoice.invoice;
