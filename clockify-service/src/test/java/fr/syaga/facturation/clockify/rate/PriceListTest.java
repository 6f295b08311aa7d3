package fr.syaga.facturation.clockify.rate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PriceListTest {

    private static final PriceList PRICES = new PriceList(
            List.of(
                    rate(null, null, null, "2025-09-01", "115"),
                    rate(null, null, "noe@example.fr", "2020-01-01", "90"),
                    rate("LAA10", null, null, "2020-01-01", "100"),
                    rate("LAA10", null, null, "2025-07-15", "105"),
                    rate("LAA10", null, "Noé", "2020-01-01", "95"),
                    rate("LAA10", "Audit", null, "2020-01-01", "150"),
                    rate("LAA10", "Audit", "Noé", "2020-01-01", "140")),
            new BigDecimal("110.00"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,     Support, Camille, 2025-07-10, 110.00",
                "BUQ10, Support, Camille, 2025-09-01, 115.00",
                "BUQ10, Support, Noé,     2025-07-10, 90.00",
                "LAA10, Support, Camille, 2025-07-14, 100.00",
                "LAA10, Support, Camille, 2025-07-15, 105.00",
                "LAA10, -,       Camille, 2019-12-31, 110.00",
                "LAA10, Support, Noé,     2025-07-15, 95.00",
                "LAA10, AUDIT,   Camille, 2025-07-15, 150.00",
                "LAA10, Audit,   Noé,     2025-07-15, 140.00",
                "BUQ10, Audit,   Camille, 2025-07-15, 110.00"
            })
    void theMostParticularPriceOfTheDayDecides(
            String customer, String project, String person, LocalDate day, String expected) {
        List<String> names = person.equals("Noé") ? List.of("Noé", "noe@example.fr") : List.of(person);

        assertThat(PRICES.priceOf(customer, project, names, day)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "110.005"})
    void aGeneralPriceThatIsNoneStopsTheStart(BigDecimal euros) {
        assertThatThrownBy(() -> new HourlyRates(euros)).hasMessageContaining("FACTURATION_HOURLY_RATE");
    }

    private static RateTerms rate(String customer, String project, String person, String from, String euros) {
        return new RateTerms(customer, project, person, LocalDate.parse(from), new BigDecimal(euros));
    }
}
