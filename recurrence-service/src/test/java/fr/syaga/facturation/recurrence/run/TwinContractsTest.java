package fr.syaga.facturation.recurrence.run;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.recurrence.detection.DemoHistory;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptAll;
import static fr.syaga.facturation.recurrence.RecurrenceApi.analyse;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.schedule;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** Two contracts of one customer at 300.00 a month on the same day, from the list of invoices to the invoices. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class TwinContractsTest {

    private static final List<DemoHistory.Row> ROWS = DemoHistory.rows(Path.of("src/test/resources/twins"));
    private static final String CONFIGURED =
            "{\"forfait\":%d,\"frequence\":\"mensuel\",\"jour\":1,\"description\":\"Forfait\"}";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void theTwinsAreInTheList() throws Exception {
        RecurrenceApi.startsEmpty(database);
        InvoiceServiceStub.serves(ROWS);
    }

    @Test
    void eachIsAcceptedPlannedAndInvoicedOnce() {
        analyse().body("patterns.status", contains("ACTIVE", "ACTIVE"));
        acceptAll().body("accepted", equalTo(2)).body("waiting", empty());
        acceptAll().body("accepted", equalTo(0));

        List<String> contracts = get("/contracts")
                .body("items.netAmount", contains(300.0f, 300.0f))
                .body("items.billFrom", contains("2025-08-01", "2025-08-01"))
                .extract()
                .path("items.patternId");
        assertThat(contracts).hasSize(2).doesNotHaveDuplicates().doesNotContainNull();
        schedule("2025-08-01", "2025-10-31").body("count", equalTo(6)).body("totalNet", equalTo(1800.0f));
        get("/revenue").body("annualNet", equalTo(7200.0f));

        run("2025-08-01", "2025-08-31").body("created", equalTo(2)).body("failed", empty());
        run("2025-08-01", "2025-08-31").body("created", equalTo(0)).body("existing", equalTo(2));
        assertThat(InvoiceServiceStub.madeInOrder())
                .hasSize(2)
                .extracting(each -> each.get("reference").asText())
                .doesNotHaveDuplicates();
        get("/anomalies").body("count", equalTo(0));
    }

    @Test
    void aLaterAnalysisKnowsEachAgain() {
        analyse();
        acceptAll();
        run("2025-08-01", "2025-08-31");
        InvoiceServiceStub.serves(with("F20250860", "F20250861"));

        post("/analyses", "{\"asOf\":\"2025-08-31\"}")
                .body("patterns.decision", contains("ACCEPTED", "ACCEPTED"))
                .body("patterns.nextDueOn", contains("2025-09-01", "2025-09-01"));
        acceptAll().body("accepted", equalTo(0));
        get("/contracts").body("items", hasSize(2));
        get("/anomalies?asOf=2025-08-31").body("count", equalTo(0));
        run("2025-08-01", "2025-09-30").body("created", equalTo(2));
    }

    @Test
    void whenTheFirstInvoiceOfOneIsCreditedBothKeepTheirContracts() {
        analyse();
        acceptAll();
        List<String> before = get("/patterns").extract().path("items.contractId");
        List<DemoHistory.Row> rows = new ArrayList<>(ROWS.subList(1, ROWS.size()));
        InvoiceServiceStub.serves(rows);

        analyse()
                .body("patterns.decision", everyItem(equalTo("ACCEPTED")))
                .body("patterns.contractId", containsInAnyOrder(before.toArray()));
        acceptAll().body("accepted", equalTo(0));
    }

    @Test
    void whereOneOfTwoWasInvoicedByHandOneIsMissing() {
        InvoiceServiceStub.serves(ROWS.subList(0, ROWS.size() - 1));
        analyse();

        get("/anomalies")
                .body("items.kind", contains("MISSING"))
                .body("items.dueOn", contains("2025-07-01"))
                .body("totalAtStake", equalTo(300.0f));
        acceptAll().body("accepted", equalTo(2));
        get("/anomalies?asOf=2025-07-31").body("items.kind", contains("MISSING"));
        run("2025-07-01", "2025-08-31").body("created", equalTo(2));
    }

    @Test
    void eachKeyOfTheFileIsOneOfThem() {
        analyse();

        configure("{\"JUMEAUX\":%1$s,\"TWIN\":%1$s}".formatted(CONFIGURED.formatted(300)))
                .body("matched.patternId", everyItem(notNullValue()))
                .body("matched", hasSize(2))
                .body("unmatched", empty());
        acceptAll().body("accepted", equalTo(2));
        get("/contracts").body("items", hasSize(2));
        get("/anomalies").body("items.findAll { it.kind == 'DOUBLE_CONTRACT' }", empty());

        configure("{\"JUMEAUX\":%1$s,\"TWIN\":%1$s}".formatted(CONFIGURED.formatted(310)))
                .body("matched", hasSize(2));
        schedule("2025-08-01", "2025-08-31").body("occurrences.netAmount", contains(310.0f, 310.0f));
    }

    @Test
    void whatWasWrittenTwiceByHandIsJoinedTwiceAndAThirdTimeIsADouble() {
        write("TWIN", "");
        write("TWIN", "");
        write("TWIN", "");
        List<String> patterns = analyse().extract().path("patterns.id");

        post("/patterns/" + patterns.get(0) + "/accept", "{}");
        get("/anomalies?asOf=2025-07-31").body("items.kind", contains("DOUBLE_CONTRACT"));
        acceptAll().body("accepted", equalTo(1));

        get("/contracts").body("items", hasSize(3));
        get("/anomalies?asOf=2025-07-31").body("items.kind", contains("DOUBLE_CONTRACT"));
    }

    @Test
    void eachLineOfAPatternFileDecidesAboutOne() {
        analyse();
        JsonNode file = get("/patterns/patterns_reels_definitifs.json")
                .body("$", hasKey("Jumeaux SA"))
                .body("$", hasKey("Jumeaux SA 2"))
                .extract()
                .as(JsonNode.class);
        read(file.toString()).body("accepted", equalTo(0)).body("rejected", equalTo(0));

        String accepted = file.toString().replace("OPEN", "ACCEPTED");
        read(accepted).body("accepted", equalTo(2));
        read(accepted).body("accepted", equalTo(0)).body("items.result", everyItem(equalTo("UNCHANGED")));
        get("/contracts").body("items", hasSize(2));
    }

    @Test
    void oneOfTwoThatEndsLeavesTheOtherInvoiced() {
        analyse();
        acceptAll();
        String ended = get("/patterns")
                .body("items.explanation", everyItem(containsString("un de 2 forfaits égaux")))
                .extract()
                .path("items.find { it.evidence[0] == 'F20230860' }.contractId");
        post("/contracts/" + ended + "/end", "{\"until\":\"2025-07-31\",\"reason\":\"Résiliation\"}");

        run("2025-08-01", "2025-08-31").body("created", equalTo(1));
        InvoiceServiceStub.serves(with("F20250860"));
        post("/analyses", "{\"asOf\":\"2025-08-31\"}");
        get("/anomalies?asOf=2025-08-31").body("count", equalTo(0));
        acceptAll().body("accepted", equalTo(0));
        run("2025-08-01", "2025-09-30").body("created", equalTo(1));
    }

    private static List<DemoHistory.Row> with(String... augustNumbers) {
        List<DemoHistory.Row> rows = new ArrayList<>(ROWS);
        DemoHistory.Row last = ROWS.get(ROWS.size() - 1);
        for (String number : augustNumbers) {
            rows.add(new DemoHistory.Row(
                    number,
                    last.customerCode(),
                    last.customerName(),
                    last.issuedOn().plusMonths(1),
                    last.net(),
                    last.gross()));
        }
        return rows;
    }

    private static ValidatableResponse configure(String file) {
        return Caller.OPERATOR
                .calls()
                .body(file)
                .put("/api/v1/contracts/config")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse read(String file) {
        return Caller.OPERATOR
                .calls()
                .body(file)
                .put("/api/v1/patterns/patterns_reels_definitifs.json")
                .then()
                .statusCode(200);
    }
}
