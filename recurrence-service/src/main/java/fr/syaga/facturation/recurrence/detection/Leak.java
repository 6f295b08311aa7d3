package fr.syaga.facturation.recurrence.detection;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Money that a contract's history lost or took too much: a due date without an invoice, an invoice made twice and never
 * credited, an amount that is not the price.
 *
 * @param number the document that is wrong; null when there is none
 * @param billedNet what was billed; zero when nothing was
 */
public record Leak(Kind kind, LocalDate dueOn, String number, BigDecimal expectedNet, BigDecimal billedNet) {

    /** What is wrong. */
    public enum Kind {
        MISSING,
        DOUBLE,
        AMOUNT
    }

    /** The euros at stake, never negative. */
    public BigDecimal atStake() {
        return kind == Kind.DOUBLE ? billedNet : expectedNet.subtract(billedNet).abs();
    }
}
