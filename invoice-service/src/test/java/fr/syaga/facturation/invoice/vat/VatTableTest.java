package fr.syaga.facturation.invoice.vat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;

import static org.assertj.core.api.Assertions.assertThat;

class VatTableTest {

    private static final LocalDate SWITCH = LocalDate.of(2014, 1, 1);

    private final VatTable table = new VatTable(List.of(
            new DatedVatRate(VatRateKind.ZERO, BigDecimal.ZERO, LocalDate.of(2000, 1, 1), null),
            new DatedVatRate(VatRateKind.REDUCED, new BigDecimal("5.50"), LocalDate.of(2000, 1, 1), null),
            new DatedVatRate(VatRateKind.NORMAL, new BigDecimal("20.00"), SWITCH, null),
            new DatedVatRate(
                    VatRateKind.NORMAL, new BigDecimal("19.60"), LocalDate.of(2000, 4, 1), SWITCH.minusDays(1))));

    @ParameterizedTest
    @CsvSource({
        "1110, 1327.56, 2013-05-02, 19.6",
        "-1380, -1650.48, 2014-02-03, 19.6",
        "100, 120, 2025-07-31, 20",
        "100, 120, 2012-01-01, 20",
        "250, 250, 2025-07-31, 0",
        "100, 105.5, 2025-07-31, 5.5",
        "0, 0, 2025-07-31, 20",
        "0, 0, 2012-07-31, 19.6"
    })
    void theRateOfAnImportedDocumentIsFoundFromItsAmounts(String net, String gross, LocalDate day, String rate) {
        assertThat(table.between(Money.of(net), Money.of(gross), day)).contains(rate(rate));
    }

    @Test
    void amountsOfSeveralRatesFitNone() {
        assertThat(table.between(Money.of("100"), Money.of("113"), SWITCH)).isEmpty();
    }

    @Test
    void theNormalRateIsThatOfTheDay() {
        assertThat(table.normalOn(SWITCH.minusDays(1))).isEqualTo(rate("19.6"));
        assertThat(table.normalOn(SWITCH)).isEqualTo(rate("20"));
        assertThat(table.holdsOn(rate("19.6"), SWITCH)).isFalse();
        assertThat(table.knows(rate("19.6"))).isTrue();
        assertThat(table.knows(rate("17"))).isFalse();
    }

    private static VatRate rate(String percent) {
        return new VatRate(new BigDecimal(percent));
    }
}
