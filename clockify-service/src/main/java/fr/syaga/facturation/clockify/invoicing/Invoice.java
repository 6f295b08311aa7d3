package fr.syaga.facturation.clockify.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** An invoice as invoice-service has it, made by this service or by another. */
public record Invoice(
        UUID id,
        String status,
        String kind,
        String origin,
        String reference,
        String number,
        String customerCode,
        LocalDate issuedOn,
        LocalDate periodFrom,
        LocalDate periodTo,
        String subject,
        BigDecimal netAmount) {

    /** Neither a credit note nor a quote. */
    public boolean isInvoice() {
        return kind == null || "INVOICE".equals(kind);
    }

    public boolean isCancelled() {
        return "CANCELLED".equals(status);
    }
}
