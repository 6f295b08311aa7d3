package fr.syaga.facturation.invoice.vat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;

/** Answers which rate of VAT holds on a day, and which one a document of so much net and gross bears. */
public final class VatTable {

    private final List<DatedVatRate> rates;

    public VatTable(List<DatedVatRate> rates) {
        this.rates =
                rates.stream().sorted(Comparator.comparing(DatedVatRate::kind)).toList();
    }

    /** The normal rate of a day: what a French customer's line bears when its writer gives none. */
    public VatRate normalOn(LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.kind() == VatRateKind.NORMAL && rate.holdsOn(day))
                .findFirst()
                .map(DatedVatRate::rate)
                .orElseThrow(() -> new IllegalStateException("There is no normal rate of VAT on " + day));
    }

    public boolean holdsOn(VatRate rate, LocalDate day) {
        return rates.stream().anyMatch(dated -> dated.rate().equals(rate) && dated.holdsOn(day));
    }

    /** True when the law knows the rate, on whatever day: a credit note bears the rate of the invoice that it corrects. */
    public boolean knows(VatRate rate) {
        return rates.stream().anyMatch(dated -> dated.rate().equals(rate));
    }

    /**
     * The rate that turns this net amount into this gross amount to the cent: one of that day first, the likeliest kind first;
     * empty when none does, as on a document of several rates.
     */
    public Optional<VatRate> between(Money net, Money gross, LocalDate day) {
        return rates.stream()
                .filter(dated -> net.plus(dated.rate().on(net)).equals(gross))
                .min(Comparator.comparing((DatedVatRate dated) -> !dated.holdsOn(day)))
                .map(DatedVatRate::rate);
    }
}
