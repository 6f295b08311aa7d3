package fr.syaga.facturation.recurrence.run;

import java.util.List;
import java.util.concurrent.CompletableFuture;
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
import fr.syaga.facturation.testing.OpenApiFile;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptAll;
import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptTheContractsOfTheDemonstration;
import static fr.syaga.facturation.recurrence.RecurrenceApi.analyse;
import static fr.syaga.facturation.recurrence.RecurrenceApi.contractOf;
import static fr.syaga.facturation.recurrence.RecurrenceApi.dryRun;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.schedule;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

/** The story of the demonstration over HTTP: the history is analysed, its contracts accepted, planned and invoiced. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class DemoMonthTest {

    private static final String AUGUST = "{\"from\":\"2025-08-01\",\"to\":\"2025-08-31\"}";

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void theNineContractsOfTheDemonstrationAreFoundAndAccepted() {
        analyse()
                .body("documents", equalTo(3432))
                .body("customers", equalTo(100))
                .body("patterns.findAll { it.status == 'ACTIVE' }", hasSize(9));
        acceptAll().body("accepted", equalTo(9));

        get("/contracts")
                .body("items", hasSize(9))
                .body("items.billFrom", everyItem(containsString("2025-")))
                .body("items.find { it.customerCode == 'LAA10' }.label", equalTo("Forfait maintenance mensuel LAA"))
                .body("items.find { it.customerCode == 'BELFON10' }.billFrom", equalTo("2025-10-01"));
        assertThat(get("/revenue").extract().asString()).contains("\"annualNet\":52806.40");
    }

    @Test
    void acceptingAgainMakesNothingAndDecisionsOutliveAnalyses() {
        acceptTheContractsOfTheDemonstration();

        acceptAll().body("accepted", equalTo(0));
        analyse().body("patterns.findAll { it.status == 'ACTIVE' }.decision", everyItem(equalTo("ACCEPTED")));
        acceptAll().body("accepted", equalTo(0));

        get("/contracts").body("items", hasSize(9));
    }

    @Test
    void acceptingAtOnceMakesEachContractOnce() {
        analyse();

        List<CompletableFuture<Integer>> answers = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> acceptAll().extract().<Integer>path("accepted")))
                .toList();
        int accepted = answers.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(accepted).isEqualTo(9);
        get("/contracts").body("items", hasSize(9));
    }

    @Test
    void theRestOfTheYearIsFortyOneInvoices() {
        acceptTheContractsOfTheDemonstration();

        String schedule = schedule("2025-08-01", "2025-12-31")
                .body("count", equalTo(41))
                .body("occurrences.status", everyItem(equalTo("PLANNED")))
                .body("occurrences.label", hasItem("Forfait maintenance mensuel LAA - Août 2025"))
                .body(
                        "occurrences.label",
                        hasItem("Forfait maintenance trimestriel BELFONTE - Octobre à décembre 2025"))
                .extract()
                .asString();

        assertThat(schedule).contains("\"totalNet\":21501.60");
    }

    @Test
    void anyNumberOfRunsBillOnce() {
        acceptTheContractsOfTheDemonstration();

        String first = run("2025-08-01", "2025-08-31")
                .body("status", equalTo("DONE"))
                .body("created", equalTo(8))
                .body("existing", equalTo(0))
                .extract()
                .asString();
        String second = run("2025-08-01", "2025-08-31")
                .body("created", equalTo(0))
                .body("existing", equalTo(8))
                .extract()
                .asString();

        assertThat(first).contains("\"totalNet\":4150.00");
        assertThat(second).contains("\"totalNet\":4150.00");
        assertThat(InvoiceServiceStub.made()).hasSize(8).allSatisfy((reference, draft) -> {
            assertThat(draft.get("approve").asBoolean()).isTrue();
            assertThat(draft.get("issuedOn").asText()).isEqualTo("2025-08-01");
            assertThat(draft.get("periodTo").asText()).isEqualTo("2025-08-31");
        });
        schedule("2025-08-01", "2025-12-31")
                .body("count", equalTo(41))
                .body("occurrences.findAll { it.status == 'INVOICED' }.invoiceId", hasSize(8));
    }

    @Test
    void runsAtOnceBillOnce() {
        acceptTheContractsOfTheDemonstration();

        List<CompletableFuture<Integer>> runs = IntStream.range(0, 4)
                .mapToObj(n -> CompletableFuture.supplyAsync(
                        () -> run("2025-08-01", "2025-08-31").extract().<Integer>path("created")))
                .toList();
        int created = runs.stream().mapToInt(CompletableFuture::join).sum();

        assertThat(created).isEqualTo(8);
        assertThat(InvoiceServiceStub.made()).hasSize(8);
    }

    @Test
    void aLostAnswerIsHarmless() {
        acceptTheContractsOfTheDemonstration();
        InvoiceServiceStub.losesItsAnswers(true);

        Caller.OPERATOR.calls().body(AUGUST).post("/api/v1/runs").then().statusCode(503);
        InvoiceServiceStub.losesItsAnswers(false);

        assertThat(run("2025-08-01", "2025-08-31")
                        .body("existing", equalTo(8))
                        .extract()
                        .asString())
                .contains("\"totalNet\":4150.00");
        assertThat(InvoiceServiceStub.made()).hasSize(8);
    }

    @Test
    void aNeighbourThatIsDownIsA503AndNothingIsHalfDone() {
        acceptTheContractsOfTheDemonstration();
        InvoiceServiceStub.isDown();

        Caller.OPERATOR
                .calls()
                .body(AUGUST)
                .post("/api/v1/runs")
                .then()
                .statusCode(503)
                .header("Retry-After", notNullValue());
        Caller.OPERATOR.calls().post("/api/v1/analyses").then().statusCode(503);

        get("/patterns?status=ACTIVE").body("items", hasSize(9));
        schedule("2025-08-01", "2025-08-31").body("occurrences.status", everyItem(equalTo("PLANNED")));
    }

    @Test
    void oneBadContractDoesNotBlockTheOthers() {
        acceptTheContractsOfTheDemonstration();
        InvoiceServiceStub.refuses("PETRAS10");

        run("2025-08-01", "2025-08-31")
                .body("status", equalTo("INCOMPLETE"))
                .body("created", equalTo(7))
                .body("failed.customerCode", contains("PETRAS10"))
                .body("failed[0].reason", equalTo("The customer is blocked."));

        get("/anomalies?asOf=2025-08-01")
                .body(
                        "items.find { it.kind == 'NOT_INVOICED' }.explanation",
                        containsString("The customer is blocked."));
        InvoiceServiceStub.refuses(null);
        run("2025-08-01", "2025-08-31")
                .body("status", equalTo("DONE"))
                .body("created", equalTo(1))
                .body("existing", equalTo(7));
    }

    @Test
    void nothingDueBeforeTheContractIsBilledFromIsEverMade() {
        acceptTheContractsOfTheDemonstration();

        run("2020-01-01", "2025-07-31").body("created", equalTo(0));

        assertThat(InvoiceServiceStub.made()).isEmpty();
    }

    @Test
    void missedPeriodsAreCaughtUpInOrderEachItsOwnInvoice() {
        acceptTheContractsOfTheDemonstration();

        run("2025-08-01", "2025-12-31").body("created", equalTo(41));

        assertThat(InvoiceServiceStub.madeInOrder())
                .hasSize(41)
                .extracting(draft -> draft.get("issuedOn").asText())
                .isSorted();
        assertThat(InvoiceServiceStub.made()).hasSize(41);
    }

    @Test
    void aDryRunMakesNothing() {
        acceptTheContractsOfTheDemonstration();

        dryRun("2025-08-01", "2025-08-31").body("status", equalTo("DRY_RUN")).body("created", equalTo(8));

        assertThat(InvoiceServiceStub.made()).isEmpty();
    }

    @Test
    void aPausedContractIsSkippedAndResumes() {
        acceptTheContractsOfTheDemonstration();
        String id = contractOf("LAA10");

        post("/contracts/" + id + "/pause", "{\"from\":\"2025-09-01\",\"reason\":\"Travaux\"}");
        post("/contracts/" + id + "/resume", "{\"on\":\"2025-11-01\"}");

        schedule("2025-08-01", "2025-12-31")
                .body("count", equalTo(39))
                .body("occurrences.findAll { it.status == 'SKIPPED' }.dueOn", contains("2025-09-01", "2025-10-01"));
    }

    @Test
    void aPriceHoldsFromItsDay() {
        acceptTheContractsOfTheDemonstration();
        String id = contractOf("LAA10");

        post("/contracts/" + id + "/prices", "{\"from\":\"2025-10-01\",\"netAmount\":1450}");

        String october = schedule("2025-09-01", "2025-10-31")
                .body("occurrences.findAll { it.customerCode == 'LAA10' }", hasSize(2))
                .extract()
                .asString();
        assertThat(october).contains("\"netAmount\":1400.00").contains("\"netAmount\":1450.00");
    }

    @Test
    void anomaliesNameTheEurosAtStake() {
        acceptTheContractsOfTheDemonstration();

        get("/anomalies?asOf=2025-07-31")
                .body("count", greaterThan(5))
                .body("items.kind", hasItem("MISSING"))
                .body("items.kind", hasItem("DOUBLE"))
                .body("items.find { it.customerCode == 'QUADRI10' && it.kind == 'AMOUNT' }.billedNet", equalTo(245.0f));
    }

    @Test
    void theUsersFilesAreDownloads() {
        acceptTheContractsOfTheDemonstration();

        get("/patterns/patterns_recurrence.json")
                .body("$", hasKey("LAA"))
                .body("BELFONTE.type_recurrence", equalTo("TRIMESTRIELLE"))
                .body("BELFONTE.ca_annuel_estime.toDouble()", closeTo(3006.40, 0.001));
        get("/patterns/patterns_reels_definitifs.json").body("LAA.jour_facturation", equalTo(1));
    }

    @Test
    void theOpenApiFileIsUpToDate() {
        OpenApiFile.assertUpToDate();
    }
}
