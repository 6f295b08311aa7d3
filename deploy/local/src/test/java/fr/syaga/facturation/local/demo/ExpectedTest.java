package fr.syaga.facturation.local.demo;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The demonstration's expectations add up among themselves and are those of the data's own truth. */
class ExpectedTest {

    private static final Path DATA = Path.of("..", "demo");

    private final Expected expected = Expected.read(DATA);

    @Test
    void theInvoicesByCustomerAddUpToTheFigures() {
        BigDecimal time = sum(expected.byCustomer("timeInvoices").values());
        BigDecimal recurring = sum(expected.byCustomer("recurringInvoices").values());

        assertThat(time).isEqualByComparingTo(expected.figure("time.totalNet"));
        assertThat(recurring).isEqualByComparingTo(expected.figure("recurring.totalNet"));
        assertThat(time.add(recurring)).isEqualByComparingTo(expected.figure("export.totalNet"));
        assertThat(time.add(recurring).multiply(new BigDecimal("1.20")))
                .isEqualByComparingTo(expected.figure("export.totalGross"));
        assertThat(expected.contracts()).hasSize(9);
    }

    @Test
    void theFiguresAreThoseOfTheDatasTruth() throws Exception {
        JsonNode truth = Api.JSON.readTree(DATA.resolve("truth.json").toFile());

        assertThat(expected.figure("history.documents"))
                .isEqualTo(truth.path("csvRows").asText());
        assertThat(new BigDecimal(expected.figure("contracts.annualNet")))
                .isEqualByComparingTo(truth.path("annualRecurringHt").decimalValue());
        assertThat(new BigDecimal(expected.figure("schedule.totalNet")))
                .isEqualByComparingTo(truth.path("planTotalHt").decimalValue());
        assertThat(expected.figure("reconciliation.matched"))
                .isEqualTo(truth.at("/reconciliation/matched").asText());
    }

    private static BigDecimal sum(Collection<String> amounts) {
        return amounts.stream().map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
