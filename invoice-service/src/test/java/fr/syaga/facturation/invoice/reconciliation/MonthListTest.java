package fr.syaga.facturation.invoice.reconciliation;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** The files of a firm as they really are, alone in a database of their own, held against what must come of them. */
@QuarkusTest
@TestProfile(MonthListTest.OwnDatabase.class)
class MonthListTest {

    private static final Path FILES = Path.of("src/test/resources/month");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    /** A profile of its own is a PostgreSQL of its own. */
    @QuarkusTestResource(RealPostgres.class)
    public static class OwnDatabase implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("facturation.today", "2025-07-31");
        }
    }

    @BeforeEach
    void theListIsThere() throws IOException {
        Ledger.imports(Files.readAllBytes(FILES.resolve("Factures clients.csv")))
                .statusCode(200);
    }

    @Test
    void theListComesInWholeWithTheNamesAndRegimesOfItsCustomersHoweverOften() throws IOException {
        JsonNode report = json(Ledger.imports(Files.readAllBytes(FILES.resolve("Factures clients.csv")))
                .statusCode(200)
                .extract()
                .asString());

        same(report, truth("list"));
        assertThat(report.get("unchanged")).isEqualTo(report.get("rows"));
        JsonNode expected = truth("customers");
        Map<String, JsonNode> customers = new HashMap<>();
        get("/api/v1/customers?limit=1000")
                .get("items")
                .forEach(each -> customers.put(each.get("code").asText(), each));
        assertThat(customers).hasSize(expected.size());
        expected.fields().forEachRemaining(each -> {
            JsonNode customer = customers.get(each.getKey());
            for (String field : List.of("name", "aliases", "vatRegime", "vatRegimeHint")) {
                assertThat(customer.get(field))
                        .as(each.getKey() + " " + field)
                        .isEqualTo(each.getValue().get(field));
            }
        });
        assertThat(get("/api/v1/customers?undecided=true").get("items").findValuesAsText("code"))
                .containsExactly("ZLAM01", "ZORNI01");
    }

    @Test
    void eachCacheReplacesTheOneBeforeItInEitherOrder() throws IOException {
        for (String cache : List.of("factures_cache.db", "cache2.db", "factures_cache.db", "cache2.db")) {
            JsonNode expected = truth("reconciliation").get(cache);

            assertThat(imported(cache).get("rows")).isEqualTo(expected.get("rows"));
            same(get("/api/v1/reconciliation"), expected, "rows");
            sendings(truth("sent").get(cache));

            JsonNode again = imported(cache);
            assertThat(again.get("unchanged")).isEqualTo(expected.get("rows"));
            assertThat(again.get("removed").asInt()).isZero();
            assertThat(again.get("orphanLines")).isEqualTo(expected.get("orphanLines"));
            same(get("/api/v1/reconciliation"), expected, "rows");
        }
    }

    private static void sendings(JsonNode expected) throws IOException {
        assertThat(listed("sent=false")).hasSize(expected.get("false").asInt());
        List<JsonNode> sent = listed("sent=true");
        assertThat(sent).hasSize(expected.get("true").asInt());
        assertThat(Caller.READER
                        .calls()
                        .get("/api/v1/invoices/stream?sent=true")
                        .asString())
                .contains("\"count\":" + sent.size());
        for (JsonNode document : sent) {
            JsonNode known =
                    expected.get("documents").get(document.get("number").asText());
            JsonNode annotation = get("/api/v1/invoices/" + document.get("id").asText() + "/annotation");
            assertThat(document.get("sentAt").asText())
                    .startsWith(known.get("sentOn").asText());
            assertThat(document.get("sentTo")).isEqualTo(known.get("recipients"));
            assertThat(annotation.get("sentOn")).isEqualTo(known.get("sentOn"));
            assertThat(annotation.get("recipients")).isEqualTo(known.get("recipients"));
        }
    }

    private static List<JsonNode> listed(String filter) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        get("/api/v1/invoices?limit=1000&" + filter).get("items").forEach(items::add);
        return items;
    }

    private static void same(JsonNode found, JsonNode expected, String... but) {
        expected.fields().forEachRemaining(each -> {
            if (!List.of(but).contains(each.getKey())) {
                assertThat(amount(found.get(each.getKey())))
                        .as(each.getKey())
                        .isEqualByComparingTo(amount(each.getValue()));
            }
        });
    }

    private static BigDecimal amount(JsonNode number) {
        return number.decimalValue();
    }

    private static JsonNode imported(String cache) throws IOException {
        return json(Caller.OPERATOR
                .uploads()
                .multiPart("file", FILES.resolve(cache).toFile())
                .post("/api/v1/imports/invoice-cache")
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode get(String address) throws IOException {
        return json(Caller.READER
                .calls()
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text);
    }

    private static JsonNode truth(String part) throws IOException {
        return JSON.readTree(FILES.resolve("truth.json").toFile()).get(part);
    }
}
