/**
 * What the user's old SQLite cache says of a document: its words, its lines' service, its terms and its sending. Texts of the file come
 * in, rows of {@code cached_invoice} stay. Nothing here knows an invoice, so that documents can be found by what the cache says. Start
 * reading at {@code CachedInvoice}.
 */
package fr.syaga.facturation.invoice.cache;
