package fr.syaga.facturation.recurrence.pattern;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.recurrence.detection.PatternStatus;
import fr.syaga.facturation.recurrence.detection.PricePoint;
import fr.syaga.facturation.recurrence.schedule.Periodicity;

/**
 * A pattern as a person sees it: what recurs, since when, how sure it is, and the documents that prove it.
 *
 * @param conflictsWith a contract of the same customer and periodicity at another price, for which it waits; else null
 */
public record PatternView(
        UUID id,
        String customerCode,
        String customerName,
        String label,
        BigDecimal netAmount,
        Periodicity periodicity,
        List<Integer> months,
        int dayOfMonth,
        LocalDate since,
        LocalDate lastInvoicedOn,
        LocalDate nextDueOn,
        int occurrences,
        int missed,
        BigDecimal confidence,
        PatternStatus status,
        String explanation,
        List<String> evidence,
        List<PricePoint> priceHistory,
        String decision,
        UUID contractId,
        UUID conflictsWith) {

    static PatternView of(FoundPattern pattern, UUID conflictsWith) {
        return new PatternView(
                pattern.id(),
                pattern.customerCode(),
                pattern.customerName(),
                pattern.label(),
                pattern.netAmount(),
                pattern.schedule().periodicity(),
                pattern.schedule().months(),
                pattern.schedule().dayOfMonth(),
                pattern.since(),
                pattern.lastInvoicedOn(),
                pattern.nextDueOn(),
                pattern.evidence().size(),
                pattern.missed(),
                pattern.confidence(),
                pattern.status(),
                pattern.explanation(),
                pattern.evidence(),
                pattern.priceHistory(),
                pattern.decision().name(),
                pattern.contractId(),
                conflictsWith);
    }
}
