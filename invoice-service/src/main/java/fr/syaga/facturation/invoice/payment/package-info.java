/**
 * Payments of an invoice, entered and taken back. Terms of a payment come in, the invoice with what is owed goes out. Start reading at
 * {@code PaymentRecording}.
 */
package fr.syaga.facturation.invoice.payment;
