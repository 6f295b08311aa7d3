package fr.syaga.facturation.recurrence.origin;

import java.util.UUID;

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

import static fr.syaga.facturation.recurrence.RecurrenceApi.acceptTheContractsOfTheDemonstration;
import static fr.syaga.facturation.recurrence.RecurrenceApi.contractOf;
import static fr.syaga.facturation.recurrence.RecurrenceApi.get;
import static fr.syaga.facturation.recurrence.RecurrenceApi.post;
import static fr.syaga.facturation.recurrence.RecurrenceApi.run;
import static fr.syaga.facturation.recurrence.RecurrenceApi.write;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

/** Promise 20: from any invoice to its contract, period, run and evidence, and back. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class OriginTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void anyInvoiceLeadsToItsContractPeriodRunAndEvidenceAndBack() {
        acceptTheContractsOfTheDemonstration();
        String contract = contractOf("LAA10");
        String run = run("2025-08-01", "2025-08-31").extract().path("id");

        String invoice = get("/contracts/" + contract + "/history")
                .body("occurrences.runId", contains(run))
                .body("occurrences.status", contains("INVOICED"))
                .extract()
                .path("occurrences[0].invoiceId");
        String proof = get("/origins/" + invoice)
                .body("contractId", equalTo(contract))
                .body("occurrence.runId", equalTo(run))
                .body("occurrence.periodFrom", equalTo("2025-08-01"))
                .body("occurrence.periodTo", equalTo("2025-08-31"))
                .extract()
                .path("evidence.documents[0]");
        get("/origins/" + proof).body("contractId", equalTo(contract)).body("evidence.documents", hasItem(proof));
        get("/runs/" + run).body("occurrences.invoiceId", hasItem(invoice));
    }

    @Test
    void theHistoryOfAContractTellsWhatWasSkippedWhatFailedAndWhatWasMadeInAdvance() {
        String contract = write("LAA10", "\"billFrom\":\"2025-06-01\"");
        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-06-01\",\"reason\":\"Geste commercial\"}");
        run("2025-07-01", "2025-07-31");
        InvoiceServiceStub.refuses("LAA10");
        run("2025-08-01", "2025-08-31");
        InvoiceServiceStub.refuses(null);
        run("2025-10-01", "2025-10-31");

        get("/contracts/" + contract + "/history")
                .body("evidence", nullValue())
                .body("occurrences.dueOn", contains("2025-06-01", "2025-07-01", "2025-08-01", "2025-10-01"))
                .body("occurrences.status", contains("SKIPPED", "INVOICED", "PLANNED", "INVOICED"))
                .body("occurrences[0].reason", equalTo("Geste commercial"))
                .body("occurrences[2].problem", equalTo("The customer is blocked."));
    }

    @Test
    void anInvoiceThatNoContractMadeHasNoOrigin() {
        Caller.READER.calls().get("/api/v1/origins/" + UUID.randomUUID()).then().statusCode(404);
        Caller.READER.calls().get("/api/v1/origins/F20990101").then().statusCode(404);
    }
}
