package fr.syaga.facturation.clockify.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** An invoice to be: invoice-service adds VAT, terms and totals. The reference makes it repeatable. */
public record Draft(
        String customerCode,
        String kind,
        String origin,
        String reference,
        LocalDate issuedOn,
        LocalDate periodFrom,
        LocalDate periodTo,
        String subject,
        List<Line> lines) {

    /** One line; its net amount is computed by invoice-service. */
    public record Line(
            String articleCode, String description, BigDecimal quantity, String unit, BigDecimal unitPrice) {}
}
