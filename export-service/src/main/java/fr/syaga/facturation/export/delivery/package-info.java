/**
 * What goes to the customer: the preview of a document, and its delivery by mail, once, after a person's yes. In come the ids of issued
 * documents and the decisions of a person; out goes one mail a document, with the answer of the mail server. Start reading at
 * {@code DeliveryOrder}, which writes a mail, and {@code DeliveryWorker}, which sends it.
 */
package fr.syaga.facturation.export.delivery;
