/**
 * The sentences that the law wants on a document, each with the day from which it holds. A day comes in, the wordings in force go out.
 * Start reading at {@code WordingsInForce}.
 */
package fr.syaga.facturation.invoice.wording;
