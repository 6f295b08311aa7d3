package fr.syaga.facturation.invoice.money;

import java.util.Collection;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The totals of a document, added up as EN 16931 asks: the base of a rate is the sum of its lines' net amounts (BR-S-08), its
 * VAT is rounded once on that base (BR-CO-17), and the document's totals are sums of rounded figures (BR-CO-10, -13, -14,
 * -15). So a document always adds up to itself.
 */
public record VatTotals(SortedMap<VatRate, Money> baseByRate, Money net, Money vat, Money gross) {

    /** A line's net amount and the rate it bears. */
    public record Taxed(Money net, VatRate rate) {}

    public static VatTotals of(Collection<Taxed> lines) {
        SortedMap<VatRate, Money> bases = new TreeMap<>();
        lines.forEach(line -> bases.merge(line.rate(), line.net(), Money::plus));
        Money net = Money.sum(bases.values());
        Money vat = bases.entrySet().stream()
                .map(base -> base.getKey().on(base.getValue()))
                .reduce(Money.ZERO, Money::plus);
        return new VatTotals(Collections.unmodifiableSortedMap(bases), net, vat, net.plus(vat));
    }

    /** The VAT of one rate, as it is summed into {@link #vat()}. */
    public Money vatOf(VatRate rate) {
        return rate.on(baseByRate.getOrDefault(rate, Money.ZERO));
    }
}
