package fr.syaga.facturation.clockify.billing.byhand;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import fr.syaga.facturation.clockify.invoicing.Invoice;

/** An invoice that a person wrote for a customer, and that may hold the hours that are about to be billed. */
public record HandWritten(UUID invoiceId, String number, LocalDate issuedOn, BigDecimal netAmount, String subject) {

    static HandWritten of(Invoice invoice) {
        return new HandWritten(
                invoice.id(), invoice.number(), invoice.issuedOn(), invoice.netAmount(), invoice.subject());
    }
}
