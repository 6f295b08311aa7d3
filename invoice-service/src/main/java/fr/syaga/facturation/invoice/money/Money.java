package fr.syaga.facturation.invoice.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;

/** An amount of euros with exactly two decimals. Whatever has more is rounded half up, once, when it becomes money. */
public record Money(BigDecimal amount) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    /** The largest amount a document may have, as the database holds it: {@code numeric(12,2)}. */
    public static final Money MAX = new Money(new BigDecimal("9999999999.99"));

    public Money {
        amount = amount.setScale(2, RoundingMode.HALF_UP);
    }

    public static Money of(BigDecimal amount) {
        return new Money(amount);
    }

    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }

    /** Quantity times unit price, rounded once (EN 16931, BR-LIN and BT-131). */
    public static Money of(BigDecimal quantity, BigDecimal unitPrice) {
        return new Money(quantity.multiply(unitPrice));
    }

    public static Money sum(Collection<Money> amounts) {
        return amounts.stream().reduce(ZERO, Money::plus);
    }

    public Money plus(Money other) {
        return new Money(amount.add(other.amount));
    }

    public Money minus(Money other) {
        return new Money(amount.subtract(other.amount));
    }

    public Money negate() {
        return new Money(amount.negate());
    }

    public Money abs() {
        return new Money(amount.abs());
    }

    public boolean isNegative() {
        return amount.signum() < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** True when the database can hold it. */
    public boolean fits() {
        return !abs().isMoreThan(MAX);
    }

    @Override
    public int compareTo(Money other) {
        return amount.compareTo(other.amount);
    }

    @Override
    public String toString() {
        return amount.toPlainString();
    }
}
