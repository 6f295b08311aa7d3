package fr.syaga.facturation.invoice.payment;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.money.Money;

/** Why a payment is not taken, with the way out. */
final class PaymentRefusal {

    private PaymentRefusal() {}

    static Rejection credited(Invoice invoice, Money amount, Money credited, Money left) {
        return Rejection.conflict(
                "credited",
                "Credit notes took %s euros off %s: %s euros are left to be paid, and %s were told. If they came all the same, say it with \"despite\": true."
                        .formatted(credited, invoice.name(), left, amount));
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
}
