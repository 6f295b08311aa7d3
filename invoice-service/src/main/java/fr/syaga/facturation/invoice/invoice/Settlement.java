package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.invoice.money.Money;

/**
 * What was paid of a document.
 *
 * @param listedOutstanding what the list says is still owed; it knows losses and deposits that the paid amount does not;
 *     imported documents and learnt ones only
 */
@Embeddable
record Settlement(BigDecimal paidAmount, BigDecimal listedOutstanding) {

    static final Settlement NOTHING_PAID = new Settlement(Money.ZERO.amount(), null);

    static Settlement listed(Money paid, Money outstanding) {
        return new Settlement(paid.amount(), outstanding.amount());
    }

    /** What is still to be paid of so much. */
    Money outstandingOf(Money gross) {
        return listedOutstanding == null ? gross.minus(paid()) : Money.of(listedOutstanding);
    }

    Settlement plus(Money payment) {
        return new Settlement(
                paid().plus(payment).amount(),
                listedOutstanding == null
                        ? null
                        : Money.of(listedOutstanding).minus(payment).amount());
    }

    Money paid() {
        return Money.of(paidAmount);
    }
}
