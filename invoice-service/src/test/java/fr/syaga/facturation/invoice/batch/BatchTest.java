package fr.syaga.facturation.invoice.batch;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.invoice.Ledger;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.Load;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

/** Many documents in one call and one transaction, with the promises of a single one. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class BatchTest {

    @Inject
    AgroalDataSource database;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void aThousandDraftsKeepTheirOrderAndEachItsOwnResult() {
        Ledger.customer("BULK");
        Ledger.written(Ledger.draft("BULK", "bulk-3", "10"));
        List<String> drafts = new ArrayList<>();
        IntStream.range(0, 1000).forEach(i -> drafts.add(approved(Ledger.draft("BULK", "bulk-" + i, "10"))));
        drafts.set(5, Ledger.draft("NOBODY", "bulk-5", "10"));
        drafts.set(7, approved(Ledger.draft("bulk", "bulk-6", "10")));
        drafts.set(8, approved(Ledger.draft("BULK", "bulk-6", "11")));
        drafts.set(600, Ledger.draft("BULK", "bulk-600", "-1"));
        drafts.set(700, Ledger.draft("BULK", "bulk-700", "10").replace("2025-07-31", "1999-07-31"));

        List<JsonNode> items = batch(drafts);

        assertThat(items).hasSize(1000);
        for (int i = 0; i < 1000; i++) {
            String wanted =
                    i == 3 || i == 7 ? "EXISTING" : List.of(5, 8, 600, 700).contains(i) ? "FAILED" : "CREATED";
            assertThat(items.get(i).get("index").asInt()).isEqualTo(i);
            assertThat(items.get(i).get("result").asText()).as("item %d", i).isEqualTo(wanted);
            assertThat(items.get(i).has("invoice")).isFalse();
        }
        assertThat(items.get(7).get("id")).isEqualTo(items.get(6).get("id"));
        assertThat(items.get(3).get("status").asText()).isEqualTo("DRAFT");
        assertThat(items.get(8).at("/problem/type").asText()).endsWith("reference-used");
        assertThat(items.get(600).at("/problem/detail").asText()).contains("unitPrice");
        assertThat(items.get(700).at("/problem/detail").asText()).contains("2000 to 2099");
        Ledger.reads("invoices?customer=BULK&status=APPROVED&limit=1000").body("items", hasSize(994));
        assertThat(Ledger.deeds(items.get(999).get("id").asText())).containsExactly("APPROVED");
        Ledger.reads("journal/verify").body("intact", equalTo(true));
        assertThat(batch(drafts).stream().map(each -> each.get("result").asText()))
                .doesNotContain("CREATED");
    }

    @Test
    void equalBatchesAtOnceMakeEachDocumentOnce() throws Exception {
        Ledger.customer("CROWD");
        List<String> drafts = new ArrayList<>();
        IntStream.range(0, 60).forEach(i -> drafts.add(approved(Ledger.draft("CROWD", "crowd-" + i, "10"))));
        List<Callable<List<JsonNode>>> calls = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<String> shuffled = new ArrayList<>(drafts);
            Collections.shuffle(shuffled);
            calls.add(() -> batch(shuffled));
        }

        List<String> results = Load.atOnce(12, calls).stream()
                .flatMap(List::stream)
                .map(each -> each.get("result").asText())
                .toList();

        assertThat(results).filteredOn("CREATED"::equals).hasSize(60);
        assertThat(results).filteredOn("EXISTING"::equals).hasSize(11 * 60);
        Ledger.reads("invoices?customer=CROWD&limit=1000").body("items", hasSize(60));
        Ledger.reads("journal/verify").body("intact", equalTo(true));
    }

    @Test
    void whatOnlyTheDatabaseRefusesTakesNoOtherItemAlong() throws SQLException {
        Ledger.customer("POISON");
        execute("""
                create function refuse_poison() returns trigger language plpgsql as $$
                begin raise exception 'poison'; end $$""");
        execute("create trigger poison before insert on invoice for each row when (new.reference = 'poison-1') "
                + "execute function refuse_poison()");
        try {
            List<JsonNode> items = batch(List.of(
                    approved(Ledger.draft("POISON", "poison-0", "10")),
                    approved(Ledger.draft("POISON", "poison-1", "10")),
                    approved(Ledger.draft("POISON", "poison-2", "10"))));

            assertThat(items.stream().map(each -> each.get("result").asText()))
                    .containsExactly("CREATED", "FAILED", "CREATED");
            assertThat(items.get(1).at("/problem/status").asInt()).isEqualTo(500);
            assertThat(Ledger.deeds(items.get(2).get("id").asText())).containsExactly("APPROVED");
        } finally {
            execute("drop trigger poison on invoice");
            execute("drop function refuse_poison()");
        }
        Ledger.reads("invoices?customer=POISON").body("items", hasSize(2));
    }

    @Test
    void aCreditNoteInABatchKeepsToItsInvoice() {
        String invoice = Ledger.issued("BULKCR", "bulkcr-1", "100", "F20250981");
        String credit = Ledger.draft("BULKCR", "bulkcr-2", "60")
                .replaceFirst("\\{", "{\"kind\":\"CREDIT_NOTE\",\"creditOf\":\"%s\",".formatted(invoice));

        List<JsonNode> items = batch(
                List.of(credit, Ledger.draft("BULKCR", "bulkcr-3", "10"), credit.replace("bulkcr-2", "bulkcr-4")));

        assertThat(items.stream().map(each -> each.get("result").asText()))
                .containsExactly("CREATED", "CREATED", "FAILED");
    }

    @Test
    void manyMarkedAtOnceAreEachInTheJournalOnce() {
        Ledger.customer("MARKS");
        List<String> ids = new ArrayList<>();
        List<String> drafts = new ArrayList<>();
        IntStream.range(0, 20).forEach(i -> drafts.add(Ledger.draft("MARKS", "marks-" + i, "10")));
        batch(drafts).forEach(each -> ids.add(each.get("id").asText()));
        ids.add(ids.get(0));
        String body = "{\"ids\":[\"" + String.join("\",\"", ids) + "\"]}";

        List<JsonNode> items = items("/api/v1/invoices/approve?view=full", body);

        assertThat(items.get(0).get("result").asText()).isEqualTo("APPROVED");
        assertThat(items.get(0).at("/invoice/version").asInt()).isEqualTo(1);
        assertThat(items.get(20).get("result").asText()).isEqualTo("ALREADY");
        assertThat(Ledger.deeds(ids.get(0))).containsExactly("APPROVED");
        Caller.READER
                .calls()
                .body(body)
                .post("/api/v1/invoices/states")
                .then()
                .statusCode(200)
                .body("items", hasSize(20))
                .body("items.status", everyItem(equalTo("APPROVED")));
        assertThat(items("/api/v1/invoices/issue", body))
                .allSatisfy(
                        each -> assertThat(each.at("/problem/type").asText()).endsWith("numbered-by-oxygene"));
        Ledger.reads("invoices?customer=MARKS&status=APPROVED&limit=100").body("items", hasSize(20));
    }

    private static String approved(String draft) {
        return draft.replaceFirst("\\{", "{\"approve\":true,");
    }

    private List<JsonNode> batch(List<String> drafts) {
        return items("/api/v1/invoices/batch", "{\"items\":[" + String.join(",", drafts) + "]}");
    }

    private List<JsonNode> items(String path, String body) {
        try {
            List<JsonNode> items = new ArrayList<>();
            json.readTree(Load.by(Caller.SERVICE).post(path, body).body())
                    .get("items")
                    .forEach(items::add);
            return items;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
