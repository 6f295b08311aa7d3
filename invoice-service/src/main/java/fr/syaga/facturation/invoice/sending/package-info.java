/**
 * That a customer got a document. What a sender tells comes in as a {@code Sending}; a figure of what was not sent in time goes out.
 * Start reading at {@code Sending}.
 */
package fr.syaga.facturation.invoice.sending;
