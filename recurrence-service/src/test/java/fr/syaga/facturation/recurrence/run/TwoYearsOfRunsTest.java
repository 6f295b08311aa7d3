package fr.syaga.facturation.recurrence.run;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** Walks the clock a day at a time through 24 months of real daily runs, with a leap day, days without a run, pauses and ends. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class TwoYearsOfRunsTest {

    private static final LocalDate BEGIN = LocalDate.of(2023, 12, 1);
    private static final LocalDate END = LocalDate.of(2025, 11, 30);

    @Inject
    AgroalDataSource database;

    @Inject
    BillingRun billingRun;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void twoYearsOfDailyRunsBillEachPeriodOnceOnItsDay() {
        write("MONTHEND", from("\"dayOfMonth\":31"));
        write("THIRTIETH", from("\"dayOfMonth\":30"));
        write("BIMONTHLY", from("\"periodicity\":\"BIMONTHLY\",\"dayOfMonth\":15"));
        write("QUARTERLY", from("\"periodicity\":\"QUARTERLY\",\"months\":[1]"));
        write("HALFYEAR", from("\"periodicity\":\"SEMIANNUAL\",\"months\":[3],\"dayOfMonth\":29"));
        write("LEAPDAY", from("\"periodicity\":\"ANNUAL\",\"months\":[2],\"dayOfMonth\":29"));
        String paused = write("PAUSED", from("\"dayOfMonth\":1"));
        post("/contracts/" + paused + "/pause", "{\"from\":\"2024-06-01\",\"reason\":\"Travaux\"}");
        post("/contracts/" + paused + "/resume", "{\"on\":\"2024-09-01\"}");
        write("PRORATED", from("\"since\":\"2024-01-17\",\"until\":\"2024-03-10\",\"prorated\":true"));

        for (LocalDate today = BEGIN; !today.isAfter(END); today = today.plusDays(1)) {
            // Nobody is there for a fortnight; what was missed is caught up.
            boolean away = today.getYear() == 2024 && today.getDayOfYear() > 85 && today.getDayOfYear() < 100;
            if (!away) {
                assertThat(billingRun.catchUp(today).status()).isEqualTo("DONE");
            }
        }

        Map<String, List<String>> billed = InvoiceServiceStub.madeInOrder().stream()
                .collect(Collectors.groupingBy(
                        draft -> draft.get("customerCode").asText(),
                        Collectors.mapping(draft -> draft.get("issuedOn").asText(), Collectors.toList())));
        assertThat(billed.get("MONTHEND"))
                .hasSize(24)
                .contains("2024-02-29", "2024-03-31", "2025-02-28", "2025-04-30")
                .isEqualTo(months().map(month ->
                                month.withDayOfMonth(month.lengthOfMonth()).toString())
                        .toList());
        assertThat(billed.get("THIRTIETH"))
                .isEqualTo(months().map(month -> month.withDayOfMonth(Math.min(30, month.lengthOfMonth()))
                                .toString())
                        .toList());
        assertThat(billed.get("BIMONTHLY"))
                .hasSize(12)
                .startsWith("2023-12-15", "2024-02-15")
                .endsWith("2025-10-15");
        assertThat(billed.get("QUARTERLY"))
                .containsExactly(
                        "2024-01-01",
                        "2024-04-01",
                        "2024-07-01",
                        "2024-10-01",
                        "2025-01-01",
                        "2025-04-01",
                        "2025-07-01",
                        "2025-10-01");
        assertThat(billed.get("HALFYEAR")).containsExactly("2024-03-29", "2024-09-29", "2025-03-29", "2025-09-29");
        assertThat(billed.get("LEAPDAY")).containsExactly("2024-02-29", "2025-02-28");
        assertThat(billed.get("PAUSED")).hasSize(21).doesNotContain("2024-06-01", "2024-07-01", "2024-08-01");
        assertThat(billed.get("PRORATED")).containsExactly("2024-01-17", "2024-02-01", "2024-03-01");
        assertThat(InvoiceServiceStub.madeInOrder())
                .filteredOn(draft -> draft.get("customerCode").asText().equals("PRORATED"))
                .extracting(draft -> draft.get("lines").get(0).get("unitPrice").asDouble())
                // 300 x 15 / 31, a whole month, 300 x 10 / 31.
                .containsExactly(145.16, 300.00, 96.77);
        get("/anomalies?asOf=" + END).body("count", equalTo(0));
    }

    private static Stream<LocalDate> months() {
        return IntStream.range(0, 24).mapToObj(BEGIN::plusMonths);
    }

    private static String from(String terms) {
        return "\"billFrom\":\"%s\",%s".formatted(terms.contains("since") ? "2024-01-17" : "2023-12-01", terms);
    }
}
