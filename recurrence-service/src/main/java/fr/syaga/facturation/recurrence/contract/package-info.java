/**
 * The validated contracts: what is invoiced to whom, when and for how much. Terms come in from people, patterns and the user's file;
 * due dates with their words and prices go out. Start with Contract. Contracts know no runs: RefusedInvoices, InvoicedBeyond and
 * CoveredMonths say what they need to be told.
 */
package fr.syaga.facturation.recurrence.contract;
