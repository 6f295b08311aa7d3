package fr.syaga.facturation.recurrence.term;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** A net price, the periodicity that it is the price of, and the first day on which it holds. */
@Embeddable
public class Price {

    private static final int CENTS = 2;

    private LocalDate holdsFrom;
    private BigDecimal netAmount;

    @Enumerated(EnumType.STRING)
    private Periodicity periodicity;

    /** It was said together with the other terms of the contract, not set by itself for that day. */
    private boolean withChange;

    protected Price() {}

    Price(LocalDate holdsFrom, BigDecimal netAmount, Periodicity periodicity, boolean withChange) {
        this.periodicity = periodicity;
        this.withChange = withChange;
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

    boolean isOf(Periodicity each) {
        return periodicity == each;
    }

    boolean isWithChange() {
        return withChange;
    }

    public LocalDate holdsFrom() {
        return holdsFrom;
    }

    public BigDecimal netAmount() {
        return netAmount;
    }
}
