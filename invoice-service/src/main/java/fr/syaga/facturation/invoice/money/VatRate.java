package fr.syaga.facturation.invoice.money;

import java.math.BigDecimal;

/** A rate of VAT in percent, such as 20 or 5.5; never negative, at most two decimals. */
public record VatRate(BigDecimal percent) implements Comparable<VatRate> {

    public static final VatRate ZERO = new VatRate(BigDecimal.ZERO);

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    public VatRate {
        percent = percent.stripTrailingZeros();
        if (percent.scale() < 0) {
            percent = percent.setScale(0);
        }
    }

    /** The VAT on a base, rounded once (EN 16931, BR-CO-17). */
    public Money on(Money base) {
        return Money.of(base.amount().multiply(percent).divide(HUNDRED));
    }

    @Override
    public int compareTo(VatRate other) {
        return percent.compareTo(other.percent);
    }

    @Override
    public String toString() {
        return percent.toPlainString();
    }
}
