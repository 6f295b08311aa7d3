package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.recurrence.schedule.Periodicity;
import fr.syaga.facturation.recurrence.term.Approval;

/**
 * A contract as others see it on a day: price, calendar and status are those of that day.
 *
 * @param problems what the last run could not invoice, and why
 * @param alreadyInvoiced what was invoiced beyond its end or within a pause, neither cancelled nor wholly credited yet
 * @param uncovered the months between two calendars that no invoice stands for and nobody decided about
 */
public record ContractView(
        UUID id,
        String customerCode,
        String customerName,
        String label,
        BigDecimal netAmount,
        Periodicity periodicity,
        List<Integer> months,
        int dayOfMonth,
        LocalDate since,
        LocalDate billFrom,
        LocalDate until,
        String endReason,
        ContractStatus status,
        Approval approval,
        List<PriceView> prices,
        List<PauseView> pauses,
        BigDecimal includedHours,
        boolean prorated,
        String articleCode,
        String subject,
        List<String> scope,
        UUID patternId,
        List<RefusedInvoices.Refused> problems,
        List<InvoicedBeyond.Invoiced> alreadyInvoiced,
        List<YearMonth> uncovered) {

    /** A price and the first day on which it holds. */
    public record PriceView(LocalDate from, BigDecimal netAmount) {}

    /** A pause, and the day on which the contract goes on, each with its reason. */
    public record PauseView(LocalDate from, LocalDate resumedOn, String reason, String resumeReason) {}

    static ContractView of(
            Contract contract,
            LocalDate today,
            List<RefusedInvoices.Refused> problems,
            List<InvoicedBeyond.Invoiced> alreadyInvoiced,
            List<YearMonth> uncovered) {
        return new ContractView(
                contract.id(),
                contract.customerCode(),
                contract.customerName(),
                contract.label(),
                contract.shownPriceOn(today),
                contract.schedule().periodicity(),
                contract.schedule().months(),
                contract.schedule().dayOfMonth(),
                contract.since(),
                contract.billFrom(),
                contract.term().until(),
                contract.term().endReason(),
                contract.statusOn(today),
                contract.approval(),
                contract.prices().stream()
                        .map(price -> new PriceView(price.holdsFrom(), price.netAmount()))
                        .toList(),
                contract.pauses().stream()
                        .map(pause -> new PauseView(
                                pause.pausedFrom(), pause.resumedOn(), pause.reason(), pause.resumeReason()))
                        .toList(),
                contract.includedHours(),
                contract.term().isProrated(),
                contract.text().articleCode(),
                contract.text().subject(),
                contract.text().scope(),
                contract.patternId(),
                problems,
                alreadyInvoiced,
                uncovered);
    }
}
