package fr.syaga.facturation.invoice.numbering;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@TestProfile(NumberSeriesTest.WeNumber.class)
class NumberSeriesTest {

    private static final int INVOICES = 5000;
    private static final int THREADS = 64;

    /** Our own series gives the legal numbers. */
    @QuarkusTestResource(RealPostgres.class)
    public static class WeNumber implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.numbering.authority", "SELF");
        }
    }

    @Inject
    NumberSeries series;

    @ParameterizedTest
    @CsvSource({"F, 202508, 1, F20250801", "A, 202508, 99, A20250899", "F, 202508, 100, F202508100"})
    void aNumberIsYearMonthAndTheMonthsCounter(char prefix, String month, int counter, String number) {
        assertThat(NumberSeries.number(prefix, month, counter)).isEqualTo(number);
    }

    @Test
    void theSeriesGoesOnAfterTheImportedNumbersAndInvoicesAndCreditNotesShareIt() {
        Ledger.imports(
                Ledger.row("F 20250546", "SERIES - MAISON", "20/05/2025", "100", "120"),
                Ledger.row("A 20250547", "SERIES - MAISON", "21/05/2025", "-100", "-120"));
        String id = approved("SERIES", "series-1", "2025-05-31");

        Ledger.does(id, "issue")
                .statusCode(200)
                .body("number", equalTo("F20250548"))
                .body("status", equalTo("ISSUED"));
        Ledger.does(id, "issue").statusCode(200).body("number", equalTo("F20250548"));
        String credit = Ledger.does(id, "credit-note").statusCode(201).extract().path("id");
        Ledger.does(credit, "approve").statusCode(200);
        String month = Ledger.does(credit, "issue").statusCode(200).extract().path("number");
        assertThat(month).matches("A20\\d{4}01");
    }

    @Test
    void aCounterThatTheListCameToBearIsSteppedOver() {
        Ledger.customer("STEPS");
        assertThat(issuedIn("2024-02-29", "step-1")).isEqualTo("F20240201");
        Ledger.imports(
                        Ledger.row("F 20240202", "STEPS - MAISON", "20/02/2024", "100", "120"),
                        Ledger.row("A 20240203", "STEPS - MAISON", "21/02/2024", "-100", "-120"))
                .body("imported", equalTo(2));

        assertThat(issuedIn("2024-02-29", "step-2")).isEqualTo("F20240204");

        Ledger.imports(Ledger.row("F 202402005", "STEPS - MAISON", "22/02/2024", "100", "120"))
                .body("imported", equalTo(1));
        String a = approved("STEPS", "step-3", "2024-02-29");
        String b = approved("STEPS", "step-4", "2024-02-29");
        Caller.OPERATOR
                .calls()
                .body(Map.of("ids", List.of(a, b)))
                .post("/api/v1/invoices/issue?view=full")
                .then()
                .body("items.result", equalTo(List.of("ISSUED", "ISSUED")))
                .body("items.invoice.number", equalTo(List.of("F20240206", "F20240207")));
    }

    private static String issuedIn(String day, String reference) {
        return Ledger.does(approved("STEPS", reference, day), "issue")
                .statusCode(200)
                .extract()
                .path("number");
    }

    @Test
    void promise17ManyIssuingAtOnceLeaveNoHoleAndNoDoubleWhateverFailsHalfWay() throws Exception {
        Ledger.customer("RUSH");
        Load operator = Load.by(Caller.OPERATOR);
        List<String> ids = new ArrayList<>();
        for (int from = 0; from < INVOICES; from += 1000) {
            String items = IntStream.range(from, from + 1000)
                    .mapToObj(i -> Ledger.draft("RUSH", "rush-" + i, "10")
                            .replaceFirst("\\{", "{\"approve\":true,")
                            .replace("2025-07-31", "2025-06-30"))
                    .collect(Collectors.joining(","));
            String made = operator.post("/api/v1/invoices/batch", "{\"items\":[" + items + "]}")
                    .body();
            new ObjectMapper()
                    .readTree(made)
                    .get("items")
                    .forEach(item -> ids.add(item.get("id").asText()));
        }
        assertThat(ids).hasSize(INVOICES);

        List<Callable<String>> calls = new ArrayList<>();
        for (String id : ids) {
            if (calls.size() % 10 == 0) {
                calls.add(this::takeNumberAndFail);
            }
            calls.add(() -> new ObjectMapper()
                    .readTree(operator.post("/api/v1/invoices/" + id + "/issue", "{}")
                            .body())
                    .path("number")
                    .asText());
        }
        List<String> given = new ArrayList<>(Load.atOnce(THREADS, calls));
        given.removeIf(""::equals);

        List<String> wanted = IntStream.rangeClosed(1, INVOICES)
                .mapToObj(i -> NumberSeries.number('F', "202506", i))
                .toList();
        assertThat(given).containsExactlyInAnyOrderElementsOf(wanted);
        Caller.READER.calls().get("/api/v1/journal/verify").then().body("intact", equalTo(true));
    }

    @Test
    void manyIssuedInOneCallBearTheirNumbersInTheOrderOfTheRequest() throws Exception {
        Ledger.customer("SERIES7");
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            ids.add(approved("SERIES7", "series-7-" + i, "2026-04-30"));
        }
        ids.set(
                60,
                Ledger.written(Ledger.draft("SERIES7", "series-7-draft", "10")).getString("id"));

        var items = new ObjectMapper()
                .readTree(Load.by(Caller.OPERATOR)
                        .post("/api/v1/invoices/issue?view=full", "{\"ids\":[\"" + String.join("\",\"", ids) + "\"]}")
                        .body())
                .get("items");

        assertThat(items.get(60).at("/problem/type").asText()).endsWith("wrong-state");
        assertThat(items.findValuesAsText("number"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 119)
                        .mapToObj(i -> NumberSeries.number('F', "202604", i))
                        .toList());
        Caller.READER.calls().get("/api/v1/journal/verify").then().body("intact", equalTo(true));
    }

    @Test
    void whoeverNumbersHimselfTakesNoReportAndHisQuotesTakeNoNumberOfHis() {
        Caller.OPERATOR
                .uploads()
                .contentType("text/plain")
                .body("F 20250746;#1")
                .post("/api/v1/imports/oxygene-report")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:numbered-by-us"));
        Ledger.customer("SERIES9");
        String quote = Ledger.draft("SERIES9", "series-q", "10")
                .replaceFirst("\\{", "{\"kind\":\"QUOTE\",\"validUntil\":\"2090-01-01\",")
                .replace("2025-07-31", "2026-03-31");
        Ledger.does(Ledger.written(quote).getString("id"), "sent")
                .statusCode(200)
                .body("number", equalTo("D20260301"));

        Ledger.does(approved("SERIES9", "series-9", "2026-03-31"), "issue")
                .statusCode(200)
                .body("number", equalTo("F20260301"));
    }

    /** An issuing transaction that dies after it took its number. */
    private String takeNumberAndFail() {
        var request = Arc.container().requestContext();
        request.activate();
        try {
            QuarkusTransaction.begin();
            series.next('F', LocalDate.of(2025, 6, 30));
            QuarkusTransaction.rollback();
            return "";
        } finally {
            request.terminate();
        }
    }

    private static String approved(String customer, String reference, String issuedOn) {
        String draft = Ledger.draft(customer, reference, "10").replace("2025-07-31", issuedOn);
        String id = Ledger.written(draft).getString("id");
        Ledger.does(id, "approve").statusCode(200);
        return id;
    }
}
