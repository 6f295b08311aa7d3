package fr.syaga.facturation.invoice.invoice;

import java.time.Instant;

/**
 * That a customer got a document.
 *
 * @param sentAt when it left; null for now. Whoever sends may learn late that we can be told
 */
public record Sending(Instant sentAt) {

    static final Sending NOW = new Sending(null);

    /** Nothing is sent in the future, whatever the sender's clock says. */
    Instant at(Instant now) {
        return sentAt == null || sentAt.isAfter(now) ? now : sentAt;
    }
}
