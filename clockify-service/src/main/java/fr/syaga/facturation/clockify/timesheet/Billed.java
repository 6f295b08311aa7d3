package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What an entry was when it was locked to a bill.
 *
 * @param item the bill that is or was about to be made; null for an invoice that a person wrote
 * @param invoice null until invoice-service has answered
 * @param seconds as they were billed
 * @param rate euros an hour, as they were billed
 */
@Embeddable
public record Billed(
        @Column(name = "billing_item") UUID item,
        @Column(name = "billed_by") UUID invoice,
        @Column(name = "billed_seconds") Long seconds,
        @Column(name = "billed_customer") String customer,
        @Column(name = "billed_rate") BigDecimal rate) {

    boolean isByHand() {
        return item == null;
    }

    Billed by(UUID madeInvoice) {
        return new Billed(item, madeInvoice, seconds, customer, rate);
    }
}
