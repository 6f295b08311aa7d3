package fr.syaga.facturation.invoice.drafting;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;
import fr.syaga.facturation.invoice.money.Money;

/**
 * How much the credit notes of an invoice may take back together: never more than the invoice, unless an admin said why. It
 * holds for every way in which a credit note is written or changed.
 */
enum CreditLimit {
    THE_INVOICE,
    OVERRIDDEN;

    /** @throws Rejection 409 unless the document is an issued invoice */
    static void requireCreditable(Invoice invoice) {
        if (invoice.status() != InvoiceStatus.ISSUED || invoice.kind() != InvoiceKind.INVOICE) {
            throw Rejection.conflict(
                    "not-creditable", "Only an issued invoice is credited; a draft is changed or dropped instead.");
        }
    }

    /**
     * Checks a credit note against its invoice, which the caller holds locked.
     *
     * @param net what the invoice's other credit notes take back, as a positive net amount; {@code gross} likewise
     */
    void check(Invoice creditNote, Invoice credited, Money net, Money gross) {
        requireCreditable(credited);
        if (!credited.customerCode().equals(creditNote.customerCode())) {
            throw Rejection.invalid("creditOf", "is an invoice of another customer");
        }
        if (this == THE_INVOICE) {
            check("net", creditNote.net().negate(), credited.net().minus(net));
            check("gross", creditNote.gross().negate(), credited.gross().minus(gross));
        }
    }

    private static void check(String what, Money credit, Money left) {
        if (credit.isMoreThan(left)) {
            throw Rejection.conflict(
                    "credit-exceeds-invoice",
                    "%s euros %s are more than the %s euros that are left of the invoice. An admin may say why at its credit-note address with overrideReason."
                            .formatted(credit, what, left));
        }
    }
}
