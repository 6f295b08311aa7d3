package fr.syaga.facturation.recurrence.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.refused;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** Promise 14: skip one, pause, resume, end, each with a date and a reason. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class SkipTest {

    @Inject
    AgroalDataSource database;

    private String contract;

    @BeforeEach
    void oneContractIsDueOnTheFirst() throws Exception {
        RecurrenceApi.startsEmpty(database);
        contract = RecurrenceApi.write("LAA10", "");
    }

    @Test
    void oneOccurrenceIsSkippedWithItsDateAndReason() {
        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-09-01\",\"reason\":\"Geste commercial\"}")
                .body("status", equalTo("SKIPPED"));

        schedule("2025-08-01", "2025-10-31")
                .body("count", equalTo(2))
                .body("occurrences.status", contains("PLANNED", "SKIPPED", "PLANNED"))
                .body("occurrences[1].reason", equalTo("Geste commercial"));
        run("2025-08-01", "2025-10-31").body("due", equalTo(2)).body("created", equalTo(2));
        assertThat(InvoiceServiceStub.madeInOrder())
                .extracting(draft -> draft.get("issuedOn").asText())
                .containsExactly("2025-08-01", "2025-10-01");
        get("/anomalies?asOf=2025-10-31").body("count", equalTo(0));
    }

    @Test
    void skippingAgainChangesNothing() {
        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-09-01\",\"reason\":\"Geste commercial\"}");

        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-09-01\",\"reason\":\"Autre\"}")
                .body("reason", equalTo("Geste commercial"));
    }

    @Test
    void aSkipIsTakenBackAsLongAsItsDayIsNotPast() {
        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-09-01\",\"reason\":\"Erreur\"}");

        post("/contracts/" + contract + "/unskip", "{\"dueOn\":\"2025-09-01\"}")
                .body("status", equalTo("PLANNED"))
                .body("reason", nullValue());

        run("2025-09-01", "2025-09-30").body("created", equalTo(1));
    }

    @Test
    void aSkipThatIsPastIsNotTakenBackAndTheRefusalNamesTheWayOut() {
        String older = RecurrenceApi.write("PETRAS10", "\"billFrom\":\"2025-06-01\"");
        post("/contracts/" + older + "/skip", "{\"dueOn\":\"2025-07-01\",\"reason\":\"Geste commercial\"}");

        refused("/contracts/" + older + "/unskip", "{\"dueOn\":\"2025-07-01\"}")
                .body("type", equalTo("urn:facturation:problem:occurrence-is-past"))
                .body("detail", containsString("by hand"));
        refused("/contracts/" + older + "/unskip", "{\"dueOn\":\"2025-09-01\"}")
                .body("type", equalTo("urn:facturation:problem:occurrence-is-not-skipped"))
                .body("detail", containsString("resume it"));
    }

    @Test
    void whatIsInvoicedIsNotSkippedAndTheRefusalNamesTheWayOut() {
        run("2025-08-01", "2025-08-31").body("created", equalTo(1));

        refused("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-08-01\",\"reason\":\"Trop tard\"}")
                .body("type", equalTo("urn:facturation:problem:occurrence-is-invoiced"))
                .body("detail", containsString("credit invoice"));
    }

    @Test
    void anInvoiceThatSomebodyWithdrewIsAnAlertUntilAPersonDecides() {
        run("2025-08-01", "2025-10-31").body("created", equalTo(3));
        InvoiceServiceStub.drops("2025-08-01");
        InvoiceServiceStub.cancels("2025-09-01");

        run("2025-08-01", "2025-10-31")
                .body("created", equalTo(0))
                .body("existing", equalTo(1))
                .body("failed.dueOn", contains("2025-08-01", "2025-09-01"));
        get("/anomalies?asOf=2025-10-31")
                .body("count", equalTo(2))
                .body("totalAtStake", equalTo(600.00f))
                .body("items[0].explanation", containsString("supprimée ou annulée"))
                .body("items[0].wayOut", containsString("/rebill"));

        post("/contracts/" + contract + "/rebill", "{\"dueOn\":\"2025-09-01\"}").body("status", equalTo("PLANNED"));
        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-08-01\",\"reason\":\"Erreur de saisie\"}");
        run("2025-08-01", "2025-10-31").body("created", equalTo(1)).body("existing", equalTo(1));
        run("2025-08-01", "2025-10-31").body("created", equalTo(0)).body("existing", equalTo(2));
        get("/anomalies?asOf=2025-10-31").body("count", equalTo(0));
        refused("/contracts/" + contract + "/rebill", "{\"dueOn\":\"2025-09-01\"}")
                .body("type", equalTo("urn:facturation:problem:invoice-not-withdrawn"));
    }

    @Test
    void whatIsSkippedWhileARunIsUnderWayIsSkippedOrInvoicedAndNeverBoth() {
        List<String> contracts = IntStream.range(0, 12)
                .mapToObj(n -> RecurrenceApi.write("PETRAS10", ""))
                .toList();

        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run("2025-08-01", "2025-08-31"));
        List<Integer> answers = contracts.stream()
                .map(each -> Caller.OPERATOR
                        .calls()
                        .body("{\"dueOn\":\"2025-08-01\",\"reason\":\"Geste commercial\"}")
                        .post("/api/v1/contracts/" + each + "/skip")
                        .statusCode())
                .toList();
        run.join();

        Map<String, String> statuses =
                schedule("2025-08-01", "2025-08-31").extract().jsonPath().getList("occurrences", Map.class).stream()
                        .collect(Collectors.toMap(
                                each -> each.get("contractId").toString(),
                                each -> each.get("status").toString()));
        Set<String> invoiced = InvoiceServiceStub.madeInOrder().stream()
                .map(draft -> draft.get("contractId").asText())
                .collect(Collectors.toSet());
        for (int n = 0; n < contracts.size(); n++) {
            boolean skipped = answers.get(n) == 200;
            assertThat(statuses.get(contracts.get(n))).isEqualTo(skipped ? "SKIPPED" : "INVOICED");
            assertThat(invoiced.contains(contracts.get(n))).isNotEqualTo(skipped);
        }
    }

    @Test
    void whatMayHaveBeenSentIsNotSkippedBeforeItIsKnown() {
        InvoiceServiceStub.losesItsAnswers(true);
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}")
                .post("/api/v1/runs")
                .then()
                .statusCode(503);
        InvoiceServiceStub.losesItsAnswers(false);

        refused("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-08-01\",\"reason\":\"Trop tard\"}")
                .body("type", equalTo("urn:facturation:problem:occurrence-is-being-invoiced"))
                .body("detail", containsString("repeat the run"));
    }

    @Test
    void aDayThatIsNoDueDateIsRefusedWithTheNextOne() {
        Caller.OPERATOR
                .calls()
                .body("{\"dueOn\":\"2025-09-02\",\"reason\":\"Erreur\"}")
                .post("/api/v1/contracts/" + contract + "/skip")
                .then()
                .statusCode(400)
                .body("detail", containsString("2025-10-01"));
    }

    @Test
    void pauseResumeAndEndEachKeepTheirDateAndReason() {
        post("/contracts/" + contract + "/pause", "{\"from\":\"2025-09-01\",\"reason\":\"Travaux\"}");
        post("/contracts/" + contract + "/resume", "{\"on\":\"2025-11-01\",\"reason\":\"Travaux finis\"}");
        post("/contracts/" + contract + "/end", "{\"until\":\"2025-12-31\",\"reason\":\"Résiliation\"}");

        get("/contracts/" + contract)
                .body("pauses", hasSize(1))
                .body("pauses[0].from", equalTo("2025-09-01"))
                .body("pauses[0].reason", equalTo("Travaux"))
                .body("pauses[0].resumedOn", equalTo("2025-11-01"))
                .body("pauses[0].resumeReason", equalTo("Travaux finis"))
                .body("until", equalTo("2025-12-31"))
                .body("endReason", equalTo("Résiliation"));
        schedule("2025-08-01", "2026-03-31")
                .body("count", equalTo(3))
                .body("occurrences.findAll { it.status == 'SKIPPED' }.reason", contains("Travaux", "Travaux"));
    }

    @Test
    void everyRefusalOfAPauseOrAnEndNamesTheWayOut() {
        refused("/contracts/" + contract + "/resume", "{}")
                .body("type", equalTo("urn:facturation:problem:contract-is-not-paused"))
                .body("detail", containsString("invoiced as planned"));
        post("/contracts/" + contract + "/pause", "{\"from\":\"2025-09-01\"}");
        refused("/contracts/" + contract + "/pause", "{\"from\":\"2025-10-01\"}")
                .body("type", equalTo("urn:facturation:problem:contract-is-paused"))
                .body("detail", containsString("resume it first"));
        post("/contracts/" + contract + "/end", "{\"until\":\"2025-09-30\"}");
        refused("/contracts/" + contract + "/resume", "{\"on\":\"2025-11-01\"}")
                .body("type", equalTo("urn:facturation:problem:contract-has-ended"))
                .body("detail", containsString("without 'until'"));
    }
}
