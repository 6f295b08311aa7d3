package fr.syaga.facturation.recurrence.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import fr.syaga.facturation.recurrence.occurrence.Occurrence;

/**
 * One due date of a contract as people see it.
 *
 * @param periodFrom the first day that is invoiced
 * @param periodTo the last day that is invoiced
 * @param prorated whether the days invoiced are less than the whole period
 * @param reason why it is skipped
 * @param problem why the last run could not invoice it
 */
public record PlannedView(
        UUID contractId,
        String customerCode,
        LocalDate dueOn,
        LocalDate periodFrom,
        LocalDate periodTo,
        BigDecimal netAmount,
        String label,
        boolean prorated,
        DueStatus status,
        UUID invoiceId,
        UUID runId,
        String reason,
        String problem) {

    public static PlannedView of(Planned planned) {
        var invoice = planned.invoice();
        Occurrence recorded = planned.recorded();
        return new PlannedView(
                planned.contract().id(),
                planned.contract().customerCode(),
                invoice.dueOn(),
                invoice.service().from(),
                invoice.service().to(),
                invoice.netAmount(),
                invoice.label(),
                !invoice.service().equals(invoice.period()),
                planned.status(),
                recorded == null ? null : recorded.invoiceId(),
                recorded == null ? null : recorded.runId(),
                planned.reason(),
                planned.problem());
    }
}
