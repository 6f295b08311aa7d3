package fr.syaga.facturation.invoice.money;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** A rate of VAT in percent, such as 20 or 5.5; never negative, at most two decimals. */
public record VatRate(BigDecimal percent) implements Comparable<VatRate> {

    public static final VatRate ZERO = new VatRate(BigDecimal.ZERO);
    public static final VatRate NORMAL = new VatRate(new BigDecimal("20"));

    /** The rates that French documents have borne since 2010, the likeliest first. */
    public static final List<VatRate> KNOWN = List.of(
            NORMAL,
            new VatRate(new BigDecimal("19.6")),
            ZERO,
            new VatRate(new BigDecimal("10")),
            new VatRate(new BigDecimal("5.5")),
            new VatRate(new BigDecimal("8.5")),
            new VatRate(new BigDecimal("2.1")),
            new VatRate(new BigDecimal("7")));

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

    /** True when French law knows this rate, now or since 2010. */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** The known rate that turns this net amount into this gross amount to the cent; the likeliest one if several do. */
    public static Optional<VatRate> between(Money net, Money gross) {
        return KNOWN.stream()
                .filter(rate -> net.plus(rate.on(net)).equals(gross))
                .findFirst();
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
