package fr.syaga.facturation.invoice.money;

import java.math.BigDecimal;
import java.util.List;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class VatTotalsTest {

    private static final BigDecimal HALF = new BigDecimal("0.5");

    @ParameterizedTest
    @CsvSource({
        "3, 33.33, 99.99",
        "0.5, 0.01, 0.01",
        "0.25, 0.01, 0.00",
        "2.5, 0.01, 0.03",
        "1, 0.005, 0.01",
        "12.25, 110, 1347.50"
    })
    void aLineIsQuantityTimesPriceRoundedHalfUpOnce(BigDecimal quantity, BigDecimal price, BigDecimal net) {
        assertThat(Money.of(quantity, price).amount()).isEqualTo(net);
    }

    @Test
    void vatIsRoundedOncePerRateAndNotPerLine() {
        // Three lines of 0.33: VAT by line would be 3 × 0.07 = 0.21, on the base of 0.99 it is 0.20.
        VatTotals totals = VatTotals.of(List.of(taxed("0.33", "20"), taxed("0.33", "20"), taxed("0.33", "20")));

        assertThat(totals.net()).isEqualTo(Money.of("0.99"));
        assertThat(totals.vat()).isEqualTo(Money.of("0.20"));
        assertThat(totals.gross()).isEqualTo(Money.of("1.19"));
    }

    /** A line as it is written: quantity and price; a credit note's lines are negative. */
    record Written(BigDecimal quantity, BigDecimal price, VatRate rate, boolean credit) {

        VatTotals.Taxed taxed() {
            Money net = Money.of(quantity, price);
            return new VatTotals.Taxed(credit ? net.negate() : net, rate);
        }
    }

    @Property(tries = 100_000)
    void linesRatesAndTotalsAlwaysAddUp(@ForAll("documents") List<Written> lines) {
        VatTotals totals = VatTotals.of(lines.stream().map(Written::taxed).toList());

        BigDecimal net = BigDecimal.ZERO;
        for (Written line : lines) {
            Money lineNet = line.taxed().net();
            assertHalfUp(lineNet, line.quantity().multiply(line.price()), line.credit());
            net = net.add(lineNet.amount());
        }
        assertThat(totals.net().amount()).isEqualByComparingTo(net);
        BigDecimal bases = BigDecimal.ZERO;
        BigDecimal vat = BigDecimal.ZERO;
        for (VatRate rate : totals.baseByRate().keySet()) {
            BigDecimal base = totals.baseByRate().get(rate).amount();
            BigDecimal exact = base.abs().multiply(rate.percent()).movePointLeft(2);
            assertHalfUp(totals.vatOf(rate), exact, base.signum() < 0);
            bases = bases.add(base);
            vat = vat.add(totals.vatOf(rate).amount());
        }
        assertThat(bases).isEqualByComparingTo(net);
        assertThat(totals.vat().amount()).isEqualByComparingTo(vat);
        assertThat(totals.gross().amount()).isEqualByComparingTo(net.add(vat));
    }

    /** The cent at or next to the exact amount, a half going away from zero, by its definition and not by the rounding itself. */
    private static void assertHalfUp(Money rounded, BigDecimal exact, boolean negative) {
        BigDecimal cents = rounded.amount().movePointRight(2);
        assertThat(cents.stripTrailingZeros().scale()).isNotPositive();
        BigDecimal over = cents.multiply(negative ? BigDecimal.ONE.negate() : BigDecimal.ONE)
                .subtract(exact.movePointRight(2));
        assertThat(over).isGreaterThan(HALF.negate()).isLessThanOrEqualTo(HALF);
    }

    @Provide
    Arbitrary<List<Written>> documents() {
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("10000"))
                .ofScale(4);
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("5000"))
                .ofScale(6);
        Arbitrary<VatRate> rate = Arbitraries.of("20", "19.6", "10", "8.5", "7", "5.5", "2.1", "0")
                .map(BigDecimal::new)
                .map(VatRate::new);
        Arbitrary<Boolean> credit = Arbitraries.of(false, true);
        return credit.flatMap(negative -> Combinators.combine(quantity, price, rate)
                .as((q, p, r) -> new Written(q, p, r, negative))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12));
    }

    private static VatTotals.Taxed taxed(String net, String rate) {
        return new VatTotals.Taxed(Money.of(net), new VatRate(new BigDecimal(rate)));
    }
}
