/**
 * What of a document goes into the journal. A document and an event come in, a journal record goes out. Its texts are hashed into the
 * chain: never change the name or the form of a fact that exists. Start reading at {@code InvoiceJournal}.
 */
package fr.syaga.facturation.invoice.audit;
