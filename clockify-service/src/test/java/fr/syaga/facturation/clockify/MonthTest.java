package fr.syaga.facturation.clockify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

/** A month in which no entry names a client, over HTTP, line by line as the truth says. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class MonthTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode TRUTH = Month.truth();

    @Inject
    CleanDatabase database;

    @BeforeEach
    void theMonthIsRead() {
        database.clean();
        Outside.everythingIsUp();
        Month.isNow();
        sync();
    }

    @Test
    void eachProjectIsMappedOrWaitsAsTheTruthSays() {
        assertMappings(TRUTH.path("mappings").path("projects"));
        assertThat(mappings().stream().filter(each -> each.path("name").asText().equals("R&D")))
                .singleElement()
                .extracting(each -> each.path("state").asText())
                .isEqualTo("INTERNAL");
        assertThat(mappings()).hasSize(TRUTH.path("mappings").path("projects").size() + 1);
    }

    @Test
    void customersMayComeAfterTheTime() {
        database.clean();
        Outside.customersAre("{\"items\": [], \"nextCursor\": null}");
        sync();
        assertThat(mappings().stream().map(each -> each.path("state").asText())).containsOnly("WAITING", "INTERNAL");

        Outside.customersAre(Month.customers());

        assertMappings(TRUTH.path("mappings").path("projects"));
    }

    @Test
    void eachClientOfAFileIsMappedOrWaitsAsTheTruthSays() {
        upload("with_clients.csv").body("imported", org.hamcrest.Matchers.equalTo(19));

        assertMappings(TRUTH.path("mappings").path("clients"));
        JsonNode words = TRUTH.path("clientRows").path("words");
        assertThat(customerOfText(words.path("text").asText()))
                .isEqualTo(words.path("before").asText());
        decide();
        assertThat(customerOfText(words.path("text").asText()))
                .isEqualTo(words.path("after").asText());
    }

    @Test
    void afterThePersonsChoicesEachEntryIsWhatTheTruthSays() {
        decide();
        decide();

        List<String> wrong = new ArrayList<>();
        for (JsonNode entry : entries()) {
            JsonNode truth = TRUTH.path("entries").path(entry.path("clockifyId").asText());
            String told = "%s %s %s".formatted(text(truth, "category"), text(truth, "customerCode"), text(truth, "by"));
            String found = "%s %s %s"
                    .formatted(text(entry, "category"), text(entry, "customerCode"), text(entry, "customerBy"));
            if (!told.equals(found)) {
                wrong.add(truth + " is " + found);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(entries()).hasSameSizeAs(TRUTH.path("entries"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isNull() || node.path(field).isMissingNode()
                ? "-"
                : node.path(field).asText();
    }

    private static void assertMappings(JsonNode truths) {
        Map<String, JsonNode> found = new TreeMap<>();
        mappings()
                .forEach(each -> found.put(
                        each.path("kind").asText() + " " + each.path("name").asText(), each));
        List<String> wrong = new ArrayList<>();
        for (JsonNode truth : truths) {
            JsonNode mapping = found.get(
                    truth.path("kind").asText() + " " + truth.path("name").asText());
            List<String> firsts = new ArrayList<>();
            truth.path("suggestedFirst").forEach(code -> firsts.add(code.asText()));
            if (mapping == null
                    || !mapping.path("state").equals(truth.path("state"))
                    || !text(mapping, "customerCode").equals(text(truth, "customerCode"))
                    || !firsts.isEmpty()
                            && !firsts.contains(mapping.path("suggestions")
                                    .path(0)
                                    .path("customerCode")
                                    .asText())) {
                wrong.add(truth + " is " + mapping);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static List<JsonNode> mappings() {
        return items(
                Caller.OPERATOR.calls().get("/api/v1/customer-mappings").then().statusCode(200));
    }

    private static List<JsonNode> entries() {
        return items(Caller.OPERATOR
                        .calls()
                        .get("/api/v1/time-entries?from=2025-06-30&to=2025-08-01&limit=1000")
                        .then()
                        .statusCode(200))
                .stream()
                .filter(each -> each.hasNonNull("clockifyId"))
                .toList();
    }

    private static String customerOfText(String text) {
        return items(Caller.OPERATOR
                        .calls()
                        .get("/api/v1/time-entries?limit=1000")
                        .then())
                .stream()
                .filter(each -> each.path("description").asText().equals(text))
                .map(each -> each.path("customerCode").asText())
                .findFirst()
                .orElseThrow();
    }

    private static void decide() {
        ObjectNode choices = JSON.createObjectNode();
        choices.set("items", TRUTH.path("choices"));
        Caller.OPERATOR
                .calls()
                .body(choices.toString())
                .put("/api/v1/customer-mappings")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse upload(String file) {
        return Caller.OPERATOR
                .uploads()
                .multiPart("file", Month.FOLDER.resolve(file).toFile())
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200);
    }

    private static void sync() {
        Caller.OPERATOR
                .calls()
                .body("{\"from\": \"2025-06-30\", \"to\": \"2025-08-01\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    private static List<JsonNode> items(ValidatableResponse response) {
        try {
            List<JsonNode> items = new ArrayList<>();
            JSON.readTree(response.extract().asString()).path("items").forEach(items::add);
            return items;
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
