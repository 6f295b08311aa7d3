/**
 * What a contract says: since when and until when, at which price from which day, in which words, and when it is paused. A due date and
 * a contract come in; what the invoice of that day costs and says goes out. Start with Term and DueInvoice. Nothing here knows a contract
 * as a whole or what was invoiced.
 */
package fr.syaga.facturation.recurrence.term;
