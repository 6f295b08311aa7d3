package fr.syaga.facturation.invoice.history;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.restassured.path.json.config.JsonPathConfig;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

/** The demo's fifteen years, alone in a database of their own, against the figures of their truth file. */
@QuarkusTest
@TestProfile(DemoHistoryTest.OwnDatabase.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoHistoryTest {

    /** A profile of its own is a PostgreSQL of its own. */
    @QuarkusTestResource(RealPostgres.class)
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.today", "2025-08-01");
        }
    }

    @Test
    @Order(1)
    void fifteenYearsComeInWholeWithTotalsToTheCent() throws IOException {
        JsonPath report = exact(Ledger.imports(Files.readAllBytes(Ledger.DEMO.resolve("Factures clients.csv")))
                .statusCode(200)
                .extract()
                .asString());

        assertThat(report.getInt("rows")).isEqualTo(3432);
        assertThat(report.getInt("imported")).isEqualTo(3432);
        assertThat(report.getInt("invoices")).isEqualTo(truth().get("invoices").asInt());
        assertThat(report.getInt("creditNotes"))
                .isEqualTo(truth().get("creditNotes").asInt());
        assertThat(report.getInt("customers")).isEqualTo(truth().get("clients").asInt());
        assertThat(report.<BigDecimal>get("totalNet")).isEqualTo("4591757.36");
        assertThat(report.<BigDecimal>get("totalGross")).isEqualTo("5508595.60");
        assertThat(report.getList("rejected")).isEmpty();
    }

    @Test
    @Order(2)
    void theSameListAgainChangesNothing() throws IOException {
        JsonPath report = exact(Ledger.imports(Files.readAllBytes(Ledger.DEMO.resolve("Factures clients.csv")))
                .statusCode(200)
                .extract()
                .asString());

        assertThat(report.getInt("unchanged")).isEqualTo(3432);
        assertThat(report.getInt("imported")).isZero();
        assertThat(report.getInt("updated")).isZero();
        assertThat(report.<BigDecimal>get("totalNet")).isEqualTo("4591757.36");
    }

    @Test
    @Order(3)
    void listAndCacheAreReconciledToTheCent() throws IOException {
        JsonNode expected = truth().get("reconciliation");
        for (String wanted : new String[] {"imported", "unchanged"}) {
            JsonPath report = Caller.OPERATOR
                    .uploads()
                    .multiPart("file", Ledger.DEMO.resolve("factures_cache.db").toFile())
                    .post("/api/v1/imports/invoice-cache")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            assertThat(report.getInt("rows")).isEqualTo(1680);
            assertThat(report.getInt(wanted)).isEqualTo(1680);
            assertThat(report.getInt("lines")).isEqualTo(expected.get("lines").asInt());
        }

        JsonPath result =
                exact(Caller.READER.calls().get("/api/v1/reconciliation").asString());

        assertThat(result.getInt("matched")).isEqualTo(expected.get("matched").asInt());
        assertThat(result.getInt("amountMismatches"))
                .isEqualTo(expected.get("amountMismatch").asInt());
        assertThat(result.getInt("invalidDates"))
                .isEqualTo(expected.get("invalidDates").asInt());
        assertThat(result.getInt("unknownCustomers"))
                .isEqualTo(expected.get("unknownClients").asInt());
        assertThat(result.getInt("onlyInCache"))
                .isEqualTo(expected.get("absentFromCsv").asInt());
        assertThat(result.getInt("onlyInHistory"))
                .isEqualTo(expected.get("absentFromSqlite").asInt());
        assertThat(result.<BigDecimal>get("totalNet")).isEqualTo("3107710.03");
        assertThat(of(result, "OTHER_DATE"))
                .isEqualTo(expected.get("validButDifferentDates").asInt());
        assertThat(of(result, "OTHER_CUSTOMER_CODE"))
                .isEqualTo(expected.get("wrongClientCodes").asInt());
    }

    @Test
    @Order(4)
    void theDifferencesOpenInASpreadsheet() {
        String csv = Caller.READER
                .calls()
                .get("/api/v1/reconciliation.csv")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(csv).startsWith("\uFEFFecart;numero;liste;cache\r\n");
        assertThat(csv.lines().filter(line -> line.startsWith("NET_AMOUNT;"))).hasSize(201);
    }

    @Test
    @Order(5)
    void theJournalOfAllThatIsIntact() {
        Caller.READER
                .calls()
                .get("/api/v1/journal/verify")
                .then()
                .statusCode(200)
                .body("intact", equalTo(true))
                .body("entries", equalTo(3432));
    }

    @Test
    @Order(6)
    void theStreamHoldsEveryDocumentAndSaysSo() {
        String[] lines = Caller.READER
                .calls()
                .get("/api/v1/invoices/stream?status=ISSUED&to=2025-07-31")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .split("\n");

        assertThat(lines).hasSize(3433);
        assertThat(lines[3432]).isEqualTo("{\"end\":true,\"count\":3432}");
        assertThat(lines[0]).contains("\"number\":\"F20100101\"").contains("\"netAmount\":1110.00");
    }

    @Test
    @Order(7)
    void pagesHoldEveryDocumentOnce() {
        java.util.Set<String> seen = new java.util.HashSet<>();
        String cursor = "";
        while (cursor != null) {
            JsonPath page = Caller.READER
                    .calls()
                    .get("/api/v1/invoices?limit=1000&cursor=" + cursor)
                    .jsonPath();
            seen.addAll(page.<String>getList("items.number"));
            cursor = page.getString("nextCursor");
        }

        assertThat(seen).hasSize(3432);
    }

    @Test
    @Order(8)
    void wordsAreFoundWithoutAccentsAndCase() {
        Caller.READER
                .calls()
                .get("/api/v1/invoices?q=pataques&limit=1000")
                .then()
                .statusCode(200)
                .body("items.findAll { it.customerName.contains('PATAQUÈS') }.size() > 0", equalTo(true));
        Caller.READER
                .calls()
                .get("/api/v1/invoices?customer=laa10&kind=CREDIT_NOTE&from=2025-01-01")
                .then()
                .statusCode(200)
                .body("items.findAll { it.kind != 'CREDIT_NOTE' }", hasSize(0));
    }

    private static long of(JsonPath result, String kind) {
        return result.<String>getList("differences.kind").stream()
                .filter(kind::equals)
                .count();
    }

    private static JsonPath exact(String json) {
        return new JsonPath(json).using(new JsonPathConfig(JsonPathConfig.NumberReturnType.BIG_DECIMAL));
    }

    private static JsonNode truth() throws IOException {
        return new ObjectMapper().readTree(Ledger.DEMO.resolve("truth.json").toFile());
    }
}
