package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.invoice.money.Money;

/**
 * What was paid of a document.
 *
 * @param listedOutstanding what the list says is still owed; it knows losses and deposits that the paid amount does not;
 *     imported documents and learnt ones only
 * @param settlementId the declaration that everything issued before a day is paid, when it covers this document
 */
@Embeddable
record Settlement(BigDecimal paidAmount, BigDecimal listedOutstanding, UUID settlementId) {

    static final Settlement NOTHING_PAID = new Settlement(Money.ZERO.amount(), null, null);

    static Settlement listed(Money paid, Money outstanding) {
        return new Settlement(paid.amount(), outstanding.amount(), null);
    }

    /** True while a person's word stands that all of that time is paid: the list does not take it back. */
    boolean isDeclared() {
        return settlementId != null;
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
                        : Money.of(listedOutstanding).minus(payment).amount(),
                settlementId);
    }

    /** As if so much had never come; when it came by the declaration, that does not cover the document any more. */
    Settlement without(Money payment, UUID madeBySettlement) {
        Settlement less = plus(payment.negate());
        UUID left = Objects.equals(settlementId, madeBySettlement) ? null : settlementId;
        return new Settlement(less.paidAmount, less.listedOutstanding, left);
    }

    Money paid() {
        return Money.of(paidAmount);
    }
}
