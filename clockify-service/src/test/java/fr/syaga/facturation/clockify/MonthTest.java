package fr.syaga.facturation.clockify;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.inject.Inject;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A month in which no entry names a client, over HTTP, line by line as the truth says. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class MonthTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNode TRUTH = Month.truth();
    private static final JsonNode JULY = TRUTH.path("july");

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
        upload("with_clients.csv").body("imported", equalTo(19));

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

    @Test
    void withoutLayoutsTheMonthIsBilledAsBefore() {
        decide();

        JsonNode preview = preview();

        List<String> found = new ArrayList<>();
        preview.path("drafts")
                .forEach(draft -> found.add("%s %s %s %s"
                        .formatted(
                                text(draft, "customerCode"),
                                text(draft, "group"),
                                amount(draft.path("lines").path(0), "quantity"),
                                amount(draft, "netAmount"))));
        List<String> told = new ArrayList<>();
        JULY.path("draftsWithoutLayouts")
                .forEach(draft -> told.add("%s - %s %s"
                        .formatted(
                                text(draft, "customerCode"), amount(draft, "quantity"), amount(draft, "netAmount"))));
        assertThat(found).containsExactlyElementsOf(told);
        assertThat(amount(preview, "totalNet")).isEqualTo(amount(JULY, "totalNetWithoutLayouts"));
        assertUnmapped(preview);
    }

    @Test
    void withLayoutsEachDraftIsTheOneOfTheTruth() {
        decide();
        layouts();
        layouts();

        assertDrafts(preview().path("drafts"));
        assertThat(amount(preview(), "totalNet")).isEqualTo(amount(JULY, "totalNet"));
        assertUnmapped(preview());
    }

    @Test
    void theMonthIsBilledOnceAndTwiceIsTheSame() {
        decide();
        layouts();

        JsonNode first = json(run());
        JsonNode second = json(run());

        assertThat(first.path("created").asInt())
                .isEqualTo(JULY.path("draftCount").asInt());
        assertThat(second.path("created").asInt()).isZero();
        assertThat(second.path("existing").asInt())
                .isEqualTo(JULY.path("draftCount").asInt());
        assertThat(second.path("drafts").findValuesAsText("invoiceId"))
                .isEqualTo(first.path("drafts").findValuesAsText("invoiceId"));
        assertThat(amount(second, "totalNet")).isEqualTo(amount(JULY, "totalNet"));
        assertDrafts(second.path("drafts"));
        assertDrafts(preview().path("drafts"));
        assertThat(preview().path("adjustments")).isEmpty();
        assertThat(Outside.invoices().invoices()).hasSize(19);
        JsonNode fixed = Outside.invoices().drafts().stream()
                .filter(draft -> draft.path("customerCode").asText().equals("ZORVA01"))
                .findFirst()
                .orElseThrow();
        assertThat(fixed.path("reference").asText()).isEqualTo("time:ZORVA01:2025-07");
        assertThat(fixed.path("lines").path(0).path("unit").asText()).isEqualTo("C62");
    }

    @Test
    void hoursWrittenByHandAreInNoDraft() {
        decide();
        JsonNode byHand = TRUTH.path("byHand");
        String customer = byHand.path("customerCode").asText();
        UUID invoice = Outside.invoices().holds(manual(customer, 469.70));
        assertThat(draftOf(customer)
                        .path("handWritten")
                        .path(0)
                        .path("invoiceId")
                        .asText())
                .isEqualTo(invoice.toString());

        billed(invoice, byHand.path("entries")).statusCode(200);
        billed(invoice, byHand.path("entries")).statusCode(200);

        assertThat(draftOf(customer).isMissingNode()).isTrue();
        assertThat(json(run()).path("created").asInt()).isEqualTo(15);
        assertThat(entries().stream()
                        .filter(each -> each.path("billedBy").asText().equals(invoice.toString())))
                .hasSize(byHand.path("entries").size());
        unbilled(byHand.path("entries")).statusCode(200);
        assertThat(amount(draftOf(customer), "netAmount")).isEqualTo("469.70");
    }

    @Test
    void aFileOfDaysThatWereReadStoresNothingNew() {
        int before = entries(false).size();

        JsonNode report = json(upload("already_read.csv"));
        json(upload("already_read.csv"));

        JsonNode said = report.path("alreadyRead");
        JsonNode truth = TRUTH.path("alreadyRead");
        assertThat(text(said, "from")).isEqualTo(text(truth, "from"));
        assertThat(text(said, "to")).isEqualTo(text(truth, "to"));
        assertThat(said.path("rows").asInt()).isEqualTo(truth.path("rows").asInt());
        assertThat(said.path("hours").asDouble()).isEqualTo(truth.path("hours").asDouble());
        assertThat(report.path("imported").asInt()).isZero();
        assertThat(entries(false)).hasSize(before);

        Caller.OPERATOR
                .uploads()
                .multiPart("file", Month.FOLDER.resolve("already_read.csv").toFile())
                .multiPart("anyway", "true")
                .post("/api/v1/imports/time-entries")
                .then()
                .statusCode(200)
                .body("imported", equalTo(truth.path("rows").asInt()));
    }

    private static void assertDrafts(JsonNode drafts) {
        List<String> found = new ArrayList<>();
        drafts.forEach(draft -> draft.path("lines")
                .forEach(line -> found.add("%s|%s|%s|%s|%s|%s|%s|%s"
                        .formatted(
                                text(draft, "customerCode"),
                                text(draft, "group"),
                                amount(draft, "netAmount"),
                                text(line, "unit"),
                                amount(line, "quantity"),
                                amount(line, "unitPrice"),
                                amount(line, "netAmount"),
                                text(line, "description").startsWith("Prestations informatiques - ")
                                        ? "-"
                                        : text(line, "description")))));
        List<String> told = new ArrayList<>();
        JULY.path("drafts")
                .forEach(draft -> draft.path("lines")
                        .forEach(line -> told.add("%s|%s|%s|%s|%s|%s|%s|%s"
                                .formatted(
                                        text(draft, "customerCode"),
                                        draft.path("groupIsOne").asBoolean() ? text(draft, "group") : "-",
                                        amount(draft, "netAmount"),
                                        text(line, "unit"),
                                        amount(line, "quantity"),
                                        amount(line, "unitPrice"),
                                        amount(line, "netAmount"),
                                        text(line, "designation")))));
        assertThat(found).containsExactlyElementsOf(told);
    }

    private static void assertUnmapped(JsonNode preview) {
        int entries = 0;
        BigDecimal hours = BigDecimal.ZERO;
        for (JsonNode unmapped : preview.path("unmapped")) {
            entries += unmapped.path("entries").asInt();
            hours = hours.add(new BigDecimal(amount(unmapped, "hours")));
        }
        assertThat(entries).isEqualTo(JULY.path("unmapped").path("entries").asInt());
        assertThat(hours.toPlainString()).isEqualTo(amount(JULY.path("unmapped"), "hours"));
    }

    private static String amount(JsonNode node, String field) {
        return new BigDecimal(node.path(field).asText()).setScale(2).toPlainString();
    }

    private static JsonNode preview() {
        return json(Caller.OPERATOR
                .calls()
                .get("/api/v1/billing/preview?month=2025-07")
                .then()
                .statusCode(200));
    }

    private static JsonNode draftOf(String customer) {
        for (JsonNode draft : preview().path("drafts")) {
            if (text(draft, "customerCode").equals(customer)) {
                return draft;
            }
        }
        return MissingNode.getInstance();
    }

    private static ValidatableResponse run() {
        return Caller.OPERATOR
                .calls()
                .body("{\"month\": \"2025-07\"}")
                .post("/api/v1/billing-runs")
                .then()
                .statusCode(200);
    }

    private static ObjectNode manual(String customer, double net) {
        return JSON.createObjectNode()
                .put("customerCode", customer)
                .put("kind", "INVOICE")
                .put("origin", "MANUAL")
                .put("status", "DRAFT")
                .put("issuedOn", "2025-07-31")
                .put("subject", "Interventions")
                .put("netAmount", net);
    }

    private static ValidatableResponse billed(UUID invoice, JsonNode entries) {
        ObjectNode body = JSON.createObjectNode().put("invoiceId", invoice.toString());
        body.set("entryIds", entries);
        return Caller.OPERATOR
                .calls()
                .body(body.toString())
                .post("/api/v1/time-entries/billed")
                .then();
    }

    private static ValidatableResponse unbilled(JsonNode entries) {
        ObjectNode body = JSON.createObjectNode();
        body.set("entryIds", entries);
        return Caller.OPERATOR
                .calls()
                .body(body.toString())
                .post("/api/v1/time-entries/unbilled")
                .then();
    }

    private static void layouts() {
        Month.layouts()
                .fields()
                .forEachRemaining(layout -> Caller.OPERATOR
                        .calls()
                        .body(layout.getValue().toString())
                        .put("/api/v1/billing-layouts/" + layout.getKey())
                        .then()
                        .statusCode(200));
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
        return entries(true);
    }

    private static List<JsonNode> entries(boolean ofClockify) {
        return items(Caller.OPERATOR
                        .calls()
                        .get("/api/v1/time-entries?from=2025-06-30&to=2025-08-01&limit=1000")
                        .then()
                        .statusCode(200))
                .stream()
                .filter(each -> !ofClockify || each.hasNonNull("clockifyId"))
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
        List<JsonNode> items = new ArrayList<>();
        json(response).path("items").forEach(items::add);
        return items;
    }

    private static JsonNode json(ValidatableResponse response) {
        try {
            return JSON.readTree(response.extract().asString());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
