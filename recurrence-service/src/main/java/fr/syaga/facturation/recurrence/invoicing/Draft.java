package fr.syaga.facturation.recurrence.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * The invoice of one occurrence: invoice-service adds VAT, terms and totals. The reference makes it repeatable.
 *
 * @param approve whether it is approved at once, by the standing yes of its contract
 */
public record Draft(
        String customerCode,
        String kind,
        String origin,
        String reference,
        LocalDate issuedOn,
        LocalDate periodFrom,
        LocalDate periodTo,
        String subject,
        String contractId,
        String runId,
        List<Line> lines,
        boolean approve) {

    /** Its one line; the description may have several, what is done first. */
    public record Line(String articleCode, String description, BigDecimal quantity, BigDecimal unitPrice) {}
}
