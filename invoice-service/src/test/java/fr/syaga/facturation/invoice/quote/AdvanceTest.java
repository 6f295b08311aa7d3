package fr.syaga.facturation.invoice.quote;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;

import static org.assertj.core.api.Assertions.assertThat;

class AdvanceTest {

    @ParameterizedTest
    @CsvSource({
        "1000.00, 20, 30, 300.00",
        "1234.56, 20, 30, 370.37",
        "99.99, 20, 50, 50.00",
        "10.12, 20, 30, 3.05",
        "0.01, 20, 30, ",
        "100.00, 0, 33.33, 33.33"
    })
    void theAdvanceIsThePercentageUnlessACentOfVatWouldBeLost(
            String base, String rate, String percent, String expected) {
        SortedMap<VatRate, Money> advance = advance(base, rate, percent);

        if (expected == null) {
            assertThat(advance).isEmpty();
        } else {
            assertThat(advance).containsOnly(java.util.Map.entry(rate(rate), Money.of(expected)));
        }
    }

    @Test
    void advanceAndRestAlwaysAddUpToTheQuoteAtEachRate() {
        Random random = new Random(12);
        String[] rates = {"20", "10", "5.5", "2.1", "8.5", "0"};
        for (int i = 0; i < 50_000; i++) {
            VatRate rate = rate(rates[random.nextInt(rates.length)]);
            Money base = Money.of(BigDecimal.valueOf(random.nextInt(5_000_000), 2));
            BigDecimal percent = BigDecimal.valueOf(1 + random.nextInt(9998), 2);
            Money part = Advance.of(VatTotals.of(List.of(new VatTotals.Taxed(base, rate))), percent)
                    .getOrDefault(rate, Money.ZERO);
            Money rest = base.minus(part);

            assertThat(rate.on(part).plus(rate.on(rest))).isEqualTo(rate.on(base));
            assertThat(rest.isNegative() || part.isNegative()).isFalse();
            Money exact = Money.of(base.amount().multiply(percent).divide(new BigDecimal(100)));
            assertThat(part.minus(exact).abs().isMoreThan(Money.of("1.00"))).isFalse();
        }
    }

    private static SortedMap<VatRate, Money> advance(String base, String rate, String percent) {
        return Advance.of(
                VatTotals.of(List.of(new VatTotals.Taxed(Money.of(base), rate(rate)))), new BigDecimal(percent));
    }

    private static VatRate rate(String percent) {
        return new VatRate(new BigDecimal(percent));
    }
}
