package fr.syaga.facturation.invoice.invoice;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.VatRegime;
import fr.syaga.facturation.invoice.money.Money;

/** What the rules of an invoice's life answer when they say no; each names the way out. */
final class Refusal {

    private Refusal() {}

    static Rejection wrongState(Invoice invoice, String deed) {
        String wayOut = switch (invoice.status()) {
            case DRAFT -> "Approve it first, or delete it.";
            case APPROVED -> "Reopen it to make it a draft again.";
            case ISSUED -> "An issued document never changes; make a credit note.";
            case CANCELLED -> "It was cancelled; write a new one.";
        };
        return Rejection.conflict(
                "wrong-state",
                "%s is %s and cannot be %s. %s".formatted(name(invoice), invoice.status(), deed, wayOut));
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
