package fr.syaga.facturation.export.delivery;

import java.util.UUID;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * An invoice of an order that is not mailed; the others are.
 *
 * @param reason as in the type of the problem that it would be alone, such as {@code recipient-missing}
 * @param detail what is wrong and the way out, in a sentence
 */
public record SkippedMail(UUID invoiceId, String number, String reason, String detail) {

    static SkippedMail of(Invoice invoice, Rejection refusal) {
        return new SkippedMail(invoice.id(), invoice.number(), refusal.code(), refusal.getDetail());
    }
}
