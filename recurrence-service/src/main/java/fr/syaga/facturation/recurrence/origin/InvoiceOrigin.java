package fr.syaga.facturation.recurrence.origin;

import java.util.UUID;

import fr.syaga.facturation.recurrence.plan.PlannedView;

/**
 * What an invoice comes from.
 *
 * @param contractId null when the pattern was not accepted
 * @param occurrence contract, period and run of an invoice that a run made; null for one of the history
 * @param evidence the pattern that it proves, or that its contract was made from; null for a contract written by hand
 */
record InvoiceOrigin(String customerCode, UUID contractId, PlannedView occurrence, SupportingInvoices evidence) {}
