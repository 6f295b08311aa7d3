package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;

/**
 * What a quote has beside an invoice.
 *
 * @param validUntil the last day on which it can be accepted
 * @param advancePercent the part that was to be billed at once when it was accepted; null for all of it
 * @param declineReason why the customer said no
 */
@Embeddable
public record Offer(LocalDate validUntil, BigDecimal advancePercent, String declineReason) {

    static final Offer NONE = new Offer(null, null, null);

    static Offer until(LocalDate day) {
        return new Offer(day, null, null);
    }

    Offer accepted(BigDecimal advance) {
        return new Offer(validUntil, advance, null);
    }

    Offer declined(String reason) {
        return new Offer(validUntil, null, reason);
    }

    /** As if nobody had answered. */
    Offer unanswered() {
        return until(validUntil);
    }
}
