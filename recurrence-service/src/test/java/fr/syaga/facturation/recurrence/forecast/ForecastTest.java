package fr.syaga.facturation.recurrence.forecast;

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
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** What the demonstration's contracts will bring in. Today is 1 August 2025. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class ForecastTest {

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void nineContractsAreAccepted() throws Exception {
        RecurrenceApi.startsEmpty(database);
        acceptTheContractsOfTheDemonstration();
    }

    @Test
    void aYearWithoutChangesIsTheAnnualRecurringRevenue() {
        String forecast = get("/forecast")
                .body("asOf", equalTo("2025-08-01"))
                .body("months", hasSize(12))
                .body("months[0].month", equalTo("2025-08"))
                .body("months[0].invoices", equalTo(8))
                .body("months[2].invoices", equalTo(9))
                .extract()
                .asString();

        assertThat(forecast)
                .contains("\"annualNet\":52806.40,\"monthlyNet\":4400.53,\"totalNet\":52806.40")
                .contains("\"month\":\"2025-10\",\"invoices\":9,\"invoiced\":0,\"netAmount\":4901.60");
    }

    @Test
    void comingPricesAndEndsAreInTheMonthsAhead() {
        String raised = contractOf("LAA10");
        post("/contracts/" + raised + "/prices", "{\"from\":\"2026-01-01\",\"netAmount\":1450}");
        post("/contracts/" + contractOf("GENLOG10") + "/end", "{\"until\":\"2025-12-31\",\"reason\":\"Résiliation\"}");

        String forecast = get("/forecast")
                .body("months[5].month", equalTo("2026-01"))
                .body("months[5].invoices", equalTo(8))
                .body("months[5].priceChanges.contractId", contains(raised))
                .body("months[5].priceChanges[0].annualIncrease", equalTo(600.0f))
                .body("months.priceChanges.flatten()", hasSize(1))
                .extract()
                .asString();

        // Seven months of 50.00 more, and seven of 100.00 less.
        assertThat(forecast).contains("\"totalNet\":52456.40").contains("\"annualNet\":52806.40");
    }

    @Test
    void theShareOfInvoicesThatNeededNobodyCountsAllOfTheMonth() {
        get("/forecast").body("automation.invoices", equalTo(0)).body("automation.share", nullValue());
        run("2025-08-01", "2025-08-31").body("created", equalTo(8));
        InvoiceServiceStub.servesMonthWith(15);

        get("/forecast")
                .body("automation.month", equalTo("2025-08"))
                .body("automation.invoices", equalTo(23))
                .body("automation.neededNobody", equalTo(8))
                .body("automation.share", equalTo(34.78f))
                .body("months[0].invoiced", equalTo(8));
    }

    @Test
    void anInvoiceThatWaitsForAYesNeededSomebody() {
        RecurrenceApi.write("LAA10", "\"approval\":\"MANUAL\"");
        run("2025-08-01", "2025-08-31").body("created", equalTo(9));
        InvoiceServiceStub.servesMonthWith(0);

        get("/forecast").body("automation.invoices", equalTo(9)).body("automation.neededNobody", equalTo(8));
    }

    @Test
    void aNeighbourThatIsDownIsA503AndNoShareOfNothing() {
        InvoiceServiceStub.isDown();

        Caller.READER.calls().get("/api/v1/forecast").then().statusCode(503);
    }
}
