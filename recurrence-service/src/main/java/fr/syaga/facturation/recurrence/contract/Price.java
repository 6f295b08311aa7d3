package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;

/** A net price and the first day on which it holds. */
@Embeddable
public class Price {

    private static final int CENTS = 2;

    private LocalDate holdsFrom;
    private BigDecimal netAmount;

    protected Price() {}

    Price(LocalDate holdsFrom, BigDecimal netAmount) {
        this.holdsFrom = holdsFrom;
        this.netAmount = netAmount;
    }

    /**
     * An amount times a fraction, rounded half up to the cent, once and at the end: the only place where this service rounds
     * what a customer pays. 100.00 times 301.2 / 295.4 is 101.96.
     */
    public static BigDecimal share(BigDecimal amount, BigDecimal numerator, BigDecimal denominator) {
        return amount.multiply(numerator).divide(denominator, CENTS, RoundingMode.HALF_UP);
    }

    public LocalDate holdsFrom() {
        return holdsFrom;
    }

    public BigDecimal netAmount() {
        return netAmount;
    }
}
