package fr.syaga.facturation.export.delivery;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A delivery as callers see it: with what the mail says and carries, so that a person can look before saying yes.
 *
 * @param redirectedTo the one address that gets everything in a dry run, else null
 * @param electronic false when the document goes as plain PDF because a mention is missing
 * @param ownDocument true when the mail carries the paper that Oxygène printed, and none of ours
 * @param noEInvoice why it is no electronic invoice and goes as plain PDF instead, in French; null when it is one
 * @param addressChangedFrom where it would have gone before the customer's address was corrected; empty when it was not
 * @param problem what the mail server said, or why nobody knows
 * @param invoiceServiceKnows whether invoice-service was told that it left
 */
public record DeliveryView(
        UUID id,
        UUID invoiceId,
        String number,
        String customerCode,
        String customerName,
        BigDecimal grossAmount,
        Delivery.Status status,
        String from,
        List<String> recipients,
        String redirectedTo,
        String messageId,
        String subject,
        String text,
        List<String> attachments,
        boolean electronic,
        boolean ownDocument,
        List<String> missing,
        String noEInvoice,
        List<String> addressChangedFrom,
        int attempts,
        String problem,
        String createdBy,
        Instant createdAt,
        String decidedBy,
        Instant decidedAt,
        Instant sentAt,
        boolean invoiceServiceKnows) {

    static DeliveryView of(Delivery delivery) {
        Envelope envelope = delivery.envelope();
        return new DeliveryView(
                delivery.id(),
                delivery.invoiceId(),
                delivery.number(),
                delivery.customerCode(),
                delivery.customerName(),
                delivery.grossAmount(),
                delivery.status(),
                envelope.sender(),
                envelope.customers(),
                envelope.redirectedTo(),
                envelope.messageId(),
                envelope.subject(),
                envelope.body(),
                delivery.withTimesheet()
                        ? List.of(MailSender.documentName(delivery), MailSender.timesheetName(delivery))
                        : List.of(MailSender.documentName(delivery)),
                delivery.electronic(),
                delivery.ownDocument(),
                delivery.missing().isEmpty()
                        ? List.of()
                        : List.of(delivery.missing().split(", ")),
                delivery.noEInvoice(),
                delivery.addressChangedFrom() == null ? List.of() : MailAddress.split(delivery.addressChangedFrom()),
                delivery.attempts(),
                delivery.problem(),
                delivery.createdBy(),
                delivery.createdAt(),
                delivery.decidedBy(),
                delivery.decidedAt(),
                delivery.sentAt(),
                delivery.toldAt() != null);
    }
}
