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

    @ParameterizedTest
    @CsvSource({"1110, 1327.56, 19.6", "100, 120, 20", "250, 250, 0", "100, 105.5, 5.5", "-1380, -1650.48, 19.6"})
    void theRateOfAnImportedDocumentIsFoundFromItsAmounts(String net, String gross, String rate) {
        assertThat(VatRate.between(Money.of(net), Money.of(gross))).contains(new VatRate(new BigDecimal(rate)));
    }

    @Property(tries = 100_000)
    void linesRatesAndTotalsAlwaysAddUp(@ForAll("documents") List<VatTotals.Taxed> lines) {
        VatTotals totals = VatTotals.of(lines);

        Money lineSum = Money.sum(lines.stream().map(VatTotals.Taxed::net).toList());
        Money vatSum = Money.sum(
                totals.baseByRate().keySet().stream().map(totals::vatOf).toList());
        assertThat(totals.net()).isEqualTo(lineSum);
        assertThat(totals.net()).isEqualTo(Money.sum(totals.baseByRate().values()));
        assertThat(totals.vat()).isEqualTo(vatSum);
        assertThat(totals.gross()).isEqualTo(totals.net().plus(totals.vat()));
    }

    @Provide
    Arbitrary<List<VatTotals.Taxed>> documents() {
        Arbitrary<BigDecimal> quantity = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("10000"))
                .ofScale(4);
        Arbitrary<BigDecimal> price = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("5000"))
                .ofScale(6);
        Arbitrary<VatRate> rate = Arbitraries.of(VatRate.KNOWN);
        return Combinators.combine(quantity, price, rate)
                .as((q, p, r) -> new VatTotals.Taxed(Money.of(q, p), r))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    private static VatTotals.Taxed taxed(String net, String rate) {
        return new VatTotals.Taxed(Money.of(net), new VatRate(new BigDecimal(rate)));
    }
}
