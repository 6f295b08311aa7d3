package fr.syaga.facturation.recurrence.origin;

import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.plan.PlannedView;

/**
 * Everything that came of a contract, and what it comes from.
 *
 * @param evidence null for a contract that was written by hand
 * @param occurrences up to today and as far as they are invoiced, oldest first, each with its run and invoice
 */
record ContractHistory(
        UUID contractId,
        String customerCode,
        String label,
        SupportingInvoices evidence,
        List<PlannedView> occurrences) {

    static ContractHistory of(Contract contract, SupportingInvoices evidence, List<PlannedView> occurrences) {
        return new ContractHistory(contract.id(), contract.customerCode(), contract.label(), evidence, occurrences);
    }
}
