package fr.syaga.facturation.invoice.invoice;

import java.time.LocalDate;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.vat.VatRegime;

/** What the rules of an invoice's life answer when they say no; each names the way out. */
final class Refusal {

    private Refusal() {}

    static Rejection wrongState(Invoice invoice, String deed) {
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
                "%s is %s and cannot be %s. %s".formatted(name(invoice), invoice.status(), deed, wayOut));
    }

    static Rejection lapsed(Invoice quote, LocalDate validUntil) {
        return Rejection.conflict(
                "quote-expired",
                "%s was valid until %s. Reopen it, give it a later validUntil and send it again."
                        .formatted(name(quote), validUntil));
    }

    static Rejection invoicesMade(Invoice quote) {
        return Rejection.conflict(
                "invoices-made",
                "Invoices were made of %s. Delete those that are drafts and cancel the approved ones first; what is issued stays."
                        .formatted(name(quote)));
    }

    static Rejection sentQuote(Invoice quote) {
        return Rejection.conflict(
                "quote-was-sent",
                "%s went to the customer once and stays. Send its new version, or decline it.".formatted(name(quote)));
    }

    static Rejection exported(Invoice invoice, String deed) {
        return Rejection.conflict(
                "already-exported",
                "%s has left for Oxygène and cannot be %s. Remove it there first, then say so with removedFromOxygene and a reason."
                        .formatted(name(invoice), deed));
    }

    static Rejection overpayment(Invoice invoice, Money amount) {
        return Rejection.conflict(
                "overpayment",
                "%s euros are more than the %s euros that %s still owes."
                        .formatted(amount, invoice.outstanding(), name(invoice)));
    }

    static Rejection credited(Invoice invoice, Money amount, Money credited, Money left) {
        return Rejection.conflict(
                "credited",
                "Credit notes took %s euros off %s: %s euros are left to be paid, and %s were told. If they came all the same, say it with \"despite\": true."
                        .formatted(credited, name(invoice), left, amount));
    }

    static Rejection otherPayment(Payment known, Payment.Terms told) {
        return Rejection.conflict(
                "reference-used",
                "The payment %s is known as %s euros of %s, and now %s euros of %s were told; nothing was changed. Enter another payment under a reference of its own, or take the known one back first."
                        .formatted(
                                known.reference(),
                                Money.of(known.amount()),
                                known.paidOn(),
                                Money.of(told.amount()),
                                told.paidOn()));
    }

    static Rejection vatUndecided(Customer customer) {
        return Rejection.conflict(
                "vat-regime-undecided",
                "Nobody knows whether %s is charged VAT: its last documents bear none. Decide with PUT /api/v1/customers/%s and vatRegime FRENCH, EU_REVERSE_CHARGE, OUTSIDE_EU or EXEMPT, or give vatRate on every line."
                        .formatted(customer.code(), customer.code()));
    }

    static Rejection vatContradicts(Invoice invoice, VatRegime regime) {
        return Rejection.conflict(
                "vat-contradicts-regime",
                "The VAT of %s is not that of a customer under %s. Set it right with POST /api/v1/invoices/%s/recompute, or decide another vatRegime for %s."
                        .formatted(name(invoice), regime, invoice.id(), invoice.customerCode()));
    }

    static Rejection documentSent(Invoice invoice) {
        return Rejection.conflict(
                "document-sent",
                "%s was sent to the customer with this document, which stays what it was. Make a credit note and a new invoice instead."
                        .formatted(name(invoice)));
    }

    static Rejection hasDocument(Invoice invoice, String deed) {
        return Rejection.conflict(
                "has-document",
                "%s has Oxygène's own document and cannot be %s. Take the document away first: DELETE /api/v1/invoices/%s/document."
                        .formatted(name(invoice), deed, invoice.id()));
    }

    static Rejection paymentOvertaken(Invoice invoice, Money amount) {
        return Rejection.conflict(
                "payment-overtaken",
                "Of %s only %s euros count as paid since Oxygène's list told its payment: %s euros cannot be taken back. Import the list again when it tells the payment right."
                        .formatted(name(invoice), invoice.paid(), amount));
    }

    static Rejection unknownCustomer(String code) {
        return Rejection.invalid("customerCode", "there is no customer %s; enter it first".formatted(code));
    }

    static Rejection otherContent(String reference) {
        return Rejection.conflict(
                "reference-used",
                "%s was used for a document of other content. Use a new reference, or change that draft."
                        .formatted(reference));
    }

    private static String name(Invoice invoice) {
        return invoice.number() == null ? "Invoice " + invoice.id() : invoice.number();
    }
}
