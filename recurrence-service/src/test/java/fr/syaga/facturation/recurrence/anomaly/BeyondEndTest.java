package fr.syaga.facturation.recurrence.anomaly;

import java.util.stream.Stream;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** An end or a pause that is set before what was invoiced already. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class BeyondEndTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void anEndBeforeWhatIsInvoicedNamesTheInvoicesAndEachIsAnAlert() {
        String contract = write("LAA10", "\"since\":\"2025-08-01\"");
        run("2025-08-01", "2025-10-31").body("created", equalTo(3));
        InvoiceServiceStub.numbers("2025-09-01", "F20250917");

        end(contract, "2025-08-31")
                .body("alreadyInvoiced.dueOn", contains("2025-09-01", "2025-10-01"))
                .body("alreadyInvoiced.number", contains("F20250917", null))
                .body("alreadyInvoiced.netAmount", everyItem(equalTo(300.0f)))
                .body("alreadyInvoiced.invoiceId", everyItem(notNullValue()));

        get("/anomalies?asOf=2025-10-31")
                .body("count", equalTo(2))
                .body("totalAtStake", equalTo(600.0f))
                .body("items.kind", everyItem(equalTo("BEYOND_END")))
                .body("items.explanation", everyItem(containsString("terminé le 31/08/2025")))
                .body("items[0].wayOut", containsString("/cancel"))
                .body("items[1].number", equalTo("F20250917"))
                .body("items[1].wayOut", containsString("/credit-note"));
    }

    @Test
    void eachStaysAnAlertUntilItIsCancelledOrCreditedAsAWhole() {
        String contract = write("LAA10", "");
        run("2025-08-01", "2025-10-31");
        end(contract, "2025-08-31");

        InvoiceServiceStub.cancels("2025-10-01");
        InvoiceServiceStub.credits("2025-09-01", "120.00");
        get("/anomalies")
                .body("items.dueOn", contains("2025-09-01"))
                .body("items[0].billedNet", equalTo(300.0f))
                .body("items[0].atStake", equalTo(180.0f));

        InvoiceServiceStub.credits("2025-09-01", "180.00");
        get("/anomalies").body("count", equalTo(0));
        get("/contracts/" + contract).body("alreadyInvoiced", empty());
        run("2025-08-01", "2025-10-31").body("created", equalTo(0));
    }

    @Test
    void aPauseBeforeWhatIsInvoicedIsAnAlertUntilTheContractGoesOn() {
        String contract = write("LAA10", "");
        run("2025-08-01", "2025-10-31");

        post("/contracts/" + contract + "/pause", "{\"from\":\"2025-10-01\",\"reason\":\"Travaux\"}")
                .body("alreadyInvoiced.dueOn", contains("2025-10-01"));
        get("/anomalies")
                .body("items.kind", contains("BEYOND_END"))
                .body("items[0].explanation", containsString("en pause"));

        post("/contracts/" + contract + "/resume", "{\"on\":\"2025-10-01\"}").body("alreadyInvoiced", empty());
        get("/anomalies").body("count", equalTo(0));
    }

    @Test
    void anEndThatIsWrittenIntoTheContractNamesTheInvoicesToo() {
        String contract = write("LAA10", "\"periodicity\":\"QUARTERLY\",\"months\":[2,5,8,11]");
        run("2025-08-01", "2026-03-31").body("created", equalTo(3));

        Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"LAA10\",\"label\":\"Forfait LAA10\",\"netAmount\":300.00,\"periodicity\":\"QUARTERLY\",\"until\":\"2025-10-31\"}")
                .put("/api/v1/contracts/" + contract)
                .then()
                .statusCode(200)
                .body("alreadyInvoiced.dueOn", contains("2025-11-01", "2026-02-01"));

        // The quarter that was due before the end is owed.
        get("/anomalies").body("items.dueOn", contains("2026-02-01", "2025-11-01"));
        get("/contracts").body("items[0].alreadyInvoiced", hasSize(2));
    }

    @Test
    void whileInvoiceServiceIsDownWhatIsNotKnownToBeSettledStaysAnAlert() {
        String contract = write("LAA10", "");
        run("2025-08-01", "2025-09-30");
        InvoiceServiceStub.isDown();

        end(contract, "2025-08-31").body("alreadyInvoiced.dueOn", contains("2025-09-01"));
        get("/anomalies").body("items.kind", contains("BEYOND_END")).body("items[0].number", nullValue());
    }

    @Test
    void anEndBeforeWhatTheHistoryShowsNamesItsInvoicesToo() {
        RecurrenceApi.acceptTheContractsOfTheDemonstration();
        String contract = RecurrenceApi.contractOf("LAA10");

        end(contract, "2025-05-31")
                .body("alreadyInvoiced.dueOn", contains("2025-06-01", "2025-07-01"))
                .body("alreadyInvoiced.number", everyItem(notNullValue()))
                .body("alreadyInvoiced.invoiceId", everyItem(nullValue()));
        String id = get("/anomalies?asOf=2025-07-31")
                .body("items.findAll { it.kind == 'BEYOND_END' }.dueOn", contains("2025-07-01", "2025-06-01"))
                .body("items.findAll { it.kind == 'BEYOND_END' }.contractId", everyItem(equalTo(contract)))
                .body("items.find { it.kind == 'BEYOND_END' }.explanation", containsString("terminé le 31/05/2025"))
                .body("items.find { it.kind == 'BEYOND_END' }.wayOut", containsString("avoir"))
                .extract()
                .path("items.find { it.kind == 'BEYOND_END' }.id");

        post("/anomalies/" + id + "/resolve", "{\"reason\":\"Un geste\"}");
        get("/anomalies?asOf=2025-07-31").body("items.findAll { it.kind == 'BEYOND_END' }", hasSize(1));
        end(contract, "2025-07-31").body("alreadyInvoiced", empty());
        get("/anomalies?asOf=2025-07-31").body("items.findAll { it.kind == 'BEYOND_END' }", empty());
    }

    @Test
    void aPauseBeforeWhatTheHistoryShowsNamesItsInvoicesToo() {
        RecurrenceApi.acceptTheContractsOfTheDemonstration();
        String contract = RecurrenceApi.contractOf("LAA10");

        post("/contracts/" + contract + "/pause", "{\"from\":\"2025-07-01\",\"reason\":\"Travaux\"}")
                .body("alreadyInvoiced.dueOn", contains("2025-07-01"));
    }

    @Test
    void whatTheNextContractAsksForIsNotBeyondTheOneBefore() {
        RecurrenceApi.acceptTheContractsOfTheDemonstration();
        String contract = RecurrenceApi.contractOf("LAA10");
        Object price = get("/contracts/" + contract).extract().path("netAmount");
        Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"LAA10\",\"label\":\"Forfait\",\"netAmount\":%s,\"periodicity\":\"MONTHLY\",\"since\":\"2025-07-01\",\"billFrom\":\"2025-08-01\"}"
                                .formatted(price))
                .post("/api/v1/contracts")
                .then()
                .statusCode(201);

        end(contract, "2025-05-31").body("alreadyInvoiced.dueOn", contains("2025-06-01"));
    }

    @Test
    void whatAnotherCustomerIsAskedForIsStillBeyond() {
        RecurrenceApi.acceptTheContractsOfTheDemonstration();
        String contract = RecurrenceApi.contractOf("LAA10");
        Object price = get("/contracts/" + contract).extract().path("netAmount");
        Caller.OPERATOR
                .calls()
                .body(
                        "{\"customerCode\":\"AUTRE10\",\"label\":\"Forfait\",\"netAmount\":%s,\"periodicity\":\"MONTHLY\",\"since\":\"2025-06-01\",\"billFrom\":\"2025-08-01\",\"until\":\"2030-12-31\"}"
                                .formatted(price))
                .post("/api/v1/contracts")
                .then()
                .statusCode(201);

        end(contract, "2025-05-31").body("alreadyInvoiced.dueOn", contains("2025-06-01", "2025-07-01"));

        get("/anomalies?asOf=2025-07-31")
                .body("items.findAll { it.kind == 'BEYOND_END' }.dueOn", contains("2025-07-01", "2025-06-01"));
    }

    @Test
    void whatARunMadeBeyondTheEndIsNamedOnce() {
        RecurrenceApi.acceptTheContractsOfTheDemonstration();
        String contract = RecurrenceApi.contractOf("LAA10");
        run("2025-08-01", "2025-08-31");
        InvoiceServiceStub.servesHistory(Stream.concat(
                        InvoiceServiceStub.demoLines().stream(),
                        Stream.of(
                                "{\"status\":\"ISSUED\",\"number\":\"F20250899\",\"customerCode\":\"LAA10\",\"customerName\":\"LAA\",\"issuedOn\":\"2025-08-01\",\"netAmount\":%s}"
                                        .formatted(get("/contracts/" + contract)
                                                .extract()
                                                .<Object>path("netAmount"))))
                .toList());
        post("/analyses", "{\"asOf\":\"2025-08-31\"}");

        end(contract, "2025-07-31").body("alreadyInvoiced.dueOn", contains("2025-08-01"));
    }

    private static ValidatableResponse end(String contract, String until) {
        return post(
                "/contracts/" + contract + "/end", "{\"until\":\"%s\",\"reason\":\"Résiliation\"}".formatted(until));
    }
}
