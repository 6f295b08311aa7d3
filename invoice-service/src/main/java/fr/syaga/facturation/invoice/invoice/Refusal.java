package fr.syaga.facturation.invoice.invoice;

import java.time.LocalDate;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.money.Money;

/** What the rules of an invoice's life answer when they say no; each names the way out. */
public final class Refusal {

    private Refusal() {}

    public static Rejection wrongState(Invoice invoice, String deed) {
        String wayOut = switch (invoice.status()) {
            case DRAFT ->
                invoice.isQuote()
                        ? "A quote is sent to its customer, who accepts or declines it."
                        : "Approve it first, or delete it.";
            case APPROVED -> "Reopen it to make it a draft again.";
            case ISSUED -> "An issued document never changes; make a credit note.";
            case CANCELLED -> "It was cancelled; write a new one.";
            case SENT -> "Reopen it to make a new version of it, which keeps its number; or accept or decline it.";
            case ACCEPTED -> "The customer accepted it: work on with the invoices that were made of it.";
            case DECLINED, EXPIRED -> "Reopen it, change it and send it again; it keeps its number.";
        };
        return Rejection.conflict(
                "wrong-state",
                "%s is %s and cannot be %s. %s".formatted(invoice.name(), invoice.status(), deed, wayOut));
    }

    static Rejection lapsed(Invoice quote, LocalDate validUntil) {
        return Rejection.conflict(
                "quote-expired",
                "%s was valid until %s. Reopen it, give it a later validUntil and send it again."
                        .formatted(quote.name(), validUntil));
    }

    static Rejection invoicesMade(Invoice quote) {
        return Rejection.conflict(
                "invoices-made",
                "Invoices were made of %s. Delete those that are drafts and cancel the approved ones first; what is issued stays."
                        .formatted(quote.name()));
    }

    public static Rejection sentQuote(Invoice quote) {
        return Rejection.conflict(
                "quote-was-sent",
                "%s went to the customer once and stays. Send its new version, or decline it.".formatted(quote.name()));
    }

    static Rejection exported(Invoice invoice, String deed) {
        return Rejection.conflict(
                "already-exported",
                "%s has left for Oxygène and cannot be %s. Remove it there first, then say so with removedFromOxygene and a reason."
                        .formatted(invoice.name(), deed));
    }

    static Rejection overpayment(Invoice invoice, Money amount) {
        return Rejection.conflict(
                "overpayment",
                "%s euros are more than the %s euros that %s still owes."
                        .formatted(amount, invoice.outstanding(), invoice.name()));
    }

    static Rejection documentSent(Invoice invoice) {
        return Rejection.conflict(
                "document-sent",
                "%s was sent to the customer with this document, which stays what it was. Make a credit note and a new invoice instead."
                        .formatted(invoice.name()));
    }

    static Rejection hasDocument(Invoice invoice, String deed) {
        return Rejection.conflict(
                "has-document",
                "%s has Oxygène's own document and cannot be %s. Take the document away first: DELETE /api/v1/invoices/%s/document."
                        .formatted(invoice.name(), deed, invoice.id()));
    }

    static Rejection paymentOvertaken(Invoice invoice, Money amount) {
        return Rejection.conflict(
                "payment-overtaken",
                "Of %s only %s euros count as paid since Oxygène's list told its payment: %s euros cannot be taken back. Import the list again when it tells the payment right."
                        .formatted(invoice.name(), invoice.paid(), amount));
    }

    static Rejection otherContent(String reference) {
        return Rejection.conflict(
                "reference-used",
                "%s was used for a document of other content. Use a new reference, or change that draft."
                        .formatted(reference));
    }
}
