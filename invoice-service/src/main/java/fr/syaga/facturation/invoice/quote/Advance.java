package fr.syaga.facturation.invoice.quote;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;

import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;

/**
 * The part of a quote that is billed at once, rate by rate. VAT is rounded on each invoice, so that two parts may bear a cent more
 * or less than the whole: the advance is the amount nearest to its percentage with which both add up to the quote.
 */
final class Advance {

    private static final BigDecimal HUNDRED = new BigDecimal(100);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Advance() {}

    /** The base of each rate; rates without one are left out. */
    static SortedMap<VatRate, Money> of(VatTotals quote, BigDecimal percent) {
        SortedMap<VatRate, Money> bases = new TreeMap<>();
        quote.baseByRate().forEach((rate, base) -> {
            Money part = part(rate, base, percent);
            if (!part.equals(Money.ZERO)) {
                bases.put(rate, part);
            }
        });
        return bases;
    }

    private static Money part(VatRate rate, Money base, BigDecimal percent) {
        Money wanted = Money.of(base.amount().multiply(percent).divide(HUNDRED));
        for (int cents = 0; ; cents++) {
            Money step = Money.of(CENT.multiply(BigDecimal.valueOf(cents)));
            for (Money part : new Money[] {wanted.minus(step), wanted.plus(step)}) {
                if (!part.isNegative() && !part.isMoreThan(base) && addsUp(rate, base, part)) {
                    return part;
                }
            }
        }
    }

    private static boolean addsUp(VatRate rate, Money base, Money part) {
        return rate.on(part).plus(rate.on(base.minus(part))).equals(rate.on(base));
    }
}
