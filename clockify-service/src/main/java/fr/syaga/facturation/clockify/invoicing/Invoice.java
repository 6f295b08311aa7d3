package fr.syaga.facturation.clockify.invoicing;

import java.math.BigDecimal;
import java.util.UUID;

/** An invoice that came of one of our drafts. */
public record Invoice(
        UUID id, String status, String reference, String number, String customerCode, BigDecimal netAmount) {

    public boolean isCancelled() {
        return "CANCELLED".equals(status);
    }
}
