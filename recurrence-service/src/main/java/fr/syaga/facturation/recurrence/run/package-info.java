/**
 * Makes the invoices that are due, each exactly once, by a call or every morning. The plan comes in; claims are committed, invoice-service
 * is asked, and a run with its sums goes out. Start with BillingRun.
 */
package fr.syaga.facturation.recurrence.run;
