package fr.syaga.facturation.recurrence.run;

import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.dryRun;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.refused;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.schedule;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** The promises about runs, on contracts written by hand. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class RunTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void anOccurrenceOfAContractAndPeriodExistsOnceInTheDatabase() throws Exception {
        String contract = write("LAA10", "");
        run("2025-08-01", "2025-08-31");

        assertThatThrownBy(() -> copyTheOccurrenceOf(contract))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("occurrence_of_a_contract_and_period_exists_once");
    }

    @Test
    void aRunSaysWhatWasDueMadeExistingAndFailedAndTheSumsAddUp() {
        write("LAA10", "");
        run("2025-08-01", "2025-08-31");
        write("PETRAS10", "");
        String refusedContract = write("GENLOG10", "");
        String skipped = write("BUQUET10", "");
        post("/contracts/" + skipped + "/skip", "{\"dueOn\":\"2025-08-01\",\"reason\":\"Geste\"}");
        InvoiceServiceStub.refuses("GENLOG10");

        JsonPath run = run("2025-08-01", "2025-08-31").extract().jsonPath();

        assertThat(run.getInt("due")).isEqualTo(3);
        assertThat(run.getInt("created")).isEqualTo(1);
        assertThat(run.getInt("existing")).isEqualTo(1);
        assertThat(run.getList("failed.contractId", String.class)).containsExactly(refusedContract);
        assertThat(run.getInt("remaining")).isZero();
        assertThat(run.getString("status")).isEqualTo("INCOMPLETE");
        assertThat(run.getDouble("totalNet")).isEqualTo(600.00);
        get("/runs/" + run.getString("id"))
                .body("due", equalTo(3))
                .body("failed[0].reason", equalTo("The customer is blocked."))
                .body("occurrences.customerCode", contains("GENLOG10", "PETRAS10"))
                .body("endedAt", notNullValue());
    }

    @Test
    void aRunThatIsBrokenOffSaysWhatRemains() {
        write("LAA10", "");
        write("PETRAS10", "");
        InvoiceServiceStub.isDown();

        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}")
                .post("/api/v1/runs")
                .then()
                .statusCode(503);

        get("/runs")
                .body("items", hasSize(1))
                .body("items[0].status", equalTo("INCOMPLETE"))
                .body("items[0].due", equalTo(2))
                .body("items[0].remaining", equalTo(2));
    }

    @Test
    void aLateRunMovesNoDate() {
        write("LAA10", "\"billFrom\":\"2025-05-31\",\"dayOfMonth\":31");

        run("2025-05-01", "2025-08-20").body("created", equalTo(3));

        assertThat(InvoiceServiceStub.madeInOrder())
                .extracting(draft -> draft.get("issuedOn").asText())
                .containsExactly("2025-05-31", "2025-06-30", "2025-07-31");
        schedule("2025-08-01", "2025-09-30").body("occurrences.dueOn", contains("2025-08-31", "2025-09-30"));
    }

    @Test
    void aFailureIsShownOnItsContractUntilItIsOver() {
        String contract = write("LAA10", "");
        InvoiceServiceStub.refuses("LAA10");
        run("2025-08-01", "2025-08-31").body("failed", hasSize(1));

        get("/contracts/" + contract)
                .body("problems", hasSize(1))
                .body("problems[0].dueOn", equalTo("2025-08-01"))
                .body("problems[0].reason", equalTo("The customer is blocked."));
        get("/contracts").body("items[0].problems", hasSize(1));
        schedule("2025-08-01", "2025-08-31").body("occurrences[0].problem", equalTo("The customer is blocked."));

        InvoiceServiceStub.refuses(null);
        run("2025-08-01", "2025-08-31").body("created", equalTo(1));
        get("/contracts/" + contract).body("problems", hasSize(0));
    }

    @Test
    void aFailureIsOverWhenItsContractEnded() {
        String contract = write("LAA10", "\"billFrom\":\"2025-08-01\",\"since\":\"2025-07-01\"");
        InvoiceServiceStub.refuses("LAA10");
        run("2025-08-01", "2025-08-31").body("failed", hasSize(1));

        post("/contracts/" + contract + "/end", "{\"until\":\"2025-07-31\",\"reason\":\"Résiliation\"}")
                .body("problems", hasSize(0));

        get("/anomalies").body("count", equalTo(0));
    }

    @Test
    void runsAreListedTheLatestFirstPageByPage() {
        write("LAA10", "");
        String first = run("2025-08-01", "2025-08-31").extract().path("id");
        String second = run("2025-09-01", "2025-09-30").extract().path("id");

        String cursor = get("/runs?limit=1")
                .body("items.id", contains(second))
                .extract()
                .path("nextCursor");
        get("/runs?limit=1&cursor=" + cursor).body("items.id", contains(first)).body("nextCursor", nullValue());
    }

    @Test
    void anyMonthAheadIsPreviewedAndNothingIsMade() {
        String contract = write("LAA10", "\"since\":\"2025-08-15\",\"prorated\":true");
        post("/contracts/" + contract + "/prices", "{\"from\":\"2026-01-01\",\"netAmount\":330}");

        dryRun("2025-08-01", "2025-08-31")
                .body("due", equalTo(1))
                .body("occurrences[0].periodFrom", equalTo("2025-08-15"))
                .body("occurrences[0].prorated", equalTo(true))
                .body("occurrences[0].netAmount", equalTo(164.52f));
        dryRun("2026-03-01", "2026-03-31")
                .body("occurrences[0].label", equalTo("Forfait LAA10 - Mars 2026"))
                .body("totalNet", equalTo(330.0f));

        assertThat(InvoiceServiceStub.made()).isEmpty();
    }

    @Test
    void aRunBillsExactlyWhatThePreviewSaid() {
        write("LAA10", "");
        write("PETRAS10", "");
        String token = dryRun("2025-08-01", "2025-08-31").extract().path("previewToken");

        runWith(token).body("created", equalTo(2)).body("previewToken", equalTo(token));
        runWith(token).body("created", equalTo(0)).body("existing", equalTo(2));

        assertThat(InvoiceServiceStub.made()).hasSize(2);
    }

    @Test
    void aContractChangedSinceThePreviewIsNamedAndNothingIsBilled() {
        write("LAA10", "");
        String changed = write("PETRAS10", "");
        String token = dryRun("2025-08-01", "2025-08-31").extract().path("previewToken");
        post("/contracts/" + changed + "/prices", "{\"from\":\"2025-08-01\",\"netAmount\":301}");

        refused("/runs", withToken(token))
                .body("type", equalTo("urn:facturation:problem:preview-is-outdated"))
                .body("detail", containsString("PETRAS10 (contract " + changed))
                .body("detail", containsString("new dry run"))
                .body("detail", not(containsString("LAA10")));
        assertThat(InvoiceServiceStub.made()).isEmpty();
    }

    @Test
    void aContractWrittenOrSkippedSinceThePreviewCountsAsChanged() {
        String skipped = write("LAA10", "");
        String token = dryRun("2025-08-01", "2025-08-31").extract().path("previewToken");
        write("PETRAS10", "");
        post("/contracts/" + skipped + "/skip", "{\"dueOn\":\"2025-08-01\",\"reason\":\"Geste\"}");

        refused("/runs", withToken(token))
                .body("detail", containsString("LAA10"))
                .body("detail", containsString("PETRAS10"));
    }

    @Test
    void aPreviewOfAnotherTimeOrOfNobodyIsRefused() {
        write("LAA10", "");
        String token = dryRun("2025-09-01", "2025-09-30").extract().path("previewToken");

        Caller.OPERATOR
                .calls()
                .body(withToken(token))
                .post("/api/v1/runs")
                .then()
                .statusCode(400)
                .body("detail", containsString("2025-09-01 to 2025-09-30"));
        refused("/runs", withToken(UUID.randomUUID().toString()))
                .body("type", equalTo("urn:facturation:problem:preview-is-unknown"))
                .body("detail", containsString("new dry run"));
    }

    @Test
    void whatMayHaveBeenSentIsAskedForAgainWhateverItsContractSaysSince() {
        String contract = write("LAA10", "");
        InvoiceServiceStub.losesItsAnswers(true);
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}")
                .post("/api/v1/runs")
                .then()
                .statusCode(503);
        InvoiceServiceStub.losesItsAnswers(false);
        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-08-01\",\"netAmount\":999}");
        post("/contracts/" + contract + "/pause", "{\"from\":\"2025-08-01\"}");

        run("2025-08-01", "2025-08-31").body("existing", equalTo(1)).body("totalNet", equalTo(300.0f));

        assertThat(InvoiceServiceStub.made()).hasSize(1);
        schedule("2025-08-01", "2025-08-31")
                .body("occurrences.status", contains("INVOICED"))
                .body("totalNet", equalTo(300.0f));
    }

    @Test
    void aCalendarThatChangedNeverBillsAMonthTwice() {
        String contract = write("LAA10", "");
        run("2025-08-01", "2025-08-31").body("created", equalTo(1));
        Caller.OPERATOR
                .calls()
                .body("""
                        {"customerCode":"LAA10","label":"Forfait LAA10","netAmount":900.00,"periodicity":"QUARTERLY","months":[9],
                         "dayOfMonth":31}""")
                .put("/api/v1/contracts/" + contract)
                .then()
                .statusCode(200);

        run("2025-08-01", "2025-12-31")
                .body("due", equalTo(3))
                .body("existing", equalTo(1))
                .body("created", equalTo(1))
                .body("failed.dueOn", contains("2025-09-30"))
                .body("failed[0].reason", containsString("Skip this due date"));

        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-09-30\",\"reason\":\"Mois facturé\"}");
        run("2025-08-01", "2025-12-31").body("status", equalTo("DONE")).body("existing", equalTo(2));
    }

    @Test
    void theVatRateIsLeftToTheLedger() {
        write("LAA10", "");
        run("2025-08-01", "2025-08-31");

        assertThat(InvoiceServiceStub.madeInOrder())
                .hasSize(1)
                .allSatisfy(draft ->
                        assertThat(draft.get("lines").get(0).has("vatRate")).isFalse());
    }

    @Test
    void aContractCanIncludeHours() {
        String contract = write("LAA10", "\"includedHours\":4.5");

        get("/contracts/" + contract).body("includedHours", equalTo(4.5f));
        get("/contracts").body("items[0].includedHours", equalTo(4.5f));
    }

    @Test
    void aRunToTheEndOfTimeIsRefused() {
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"9999-12-31\"}")
                .post("/api/v1/runs")
                .then()
                .statusCode(400);
    }

    private void copyTheOccurrenceOf(String contract) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into occurrence (id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount,
                                            label, approve, status)
                    select gen_random_uuid(), contract_id, period_from, period_to, service_from, service_to, due_on, net_amount,
                           label, approve, 'OPEN'
                      from occurrence where contract_id = '%s'""".formatted(contract));
        }
    }

    private static ValidatableResponse runWith(String token) {
        return post("/runs", withToken(token));
    }

    private static String withToken(String token) {
        return "{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\",\"previewToken\":\"%s\"}".formatted(token);
    }
}
