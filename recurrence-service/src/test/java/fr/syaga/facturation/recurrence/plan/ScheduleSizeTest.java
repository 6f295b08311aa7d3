package fr.syaga.facturation.recurrence.plan;

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

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** What is shown whole has a size, whatever is asked for. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class ScheduleSizeTest {

    private static final int CONTRACTS = 600;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void manyContracts() throws Exception {
        RecurrenceApi.startsEmpty(database);
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into contract (id, customer_code, customer_name, label, periodicity, anchor_on, day_of_month, since,
                                          bill_from, approval, created_at, version)
                    select gen_random_uuid(), 'C' || n, 'C' || n, 'Forfait', 'MONTHLY', '2025-08-01', 5, '2025-08-01', '2025-08-01',
                           'AUTOMATIC', now(), 0 from generate_series(1, %d) n""".formatted(CONTRACTS));
            statement.execute(
                    "insert into contract_price (contract_id, holds_from, net_amount, periodicity) select id, since, 100, 'MONTHLY' from contract");
        }
    }

    @Test
    void whatFitsIsShownWhole() {
        schedule("2026-07-31")
                .statusCode(200)
                .body("count", equalTo(12 * CONTRACTS))
                .body("totalNet", equalTo(100.0f * 12 * CONTRACTS));
    }

    @Test
    void whatDoesNotFitIsRefusedWithTheWayOut() {
        schedule("2035-07-31")
                .statusCode(400)
                .body("violations[0].field", equalTo("to"))
                .body("violations[0].message", containsString("ask for a shorter time"));
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2099-12-31\",\"dryRun\":true}")
                .post("/api/v1/runs")
                .then()
                .statusCode(400);
    }

    private static ValidatableResponse schedule(String to) {
        return Caller.OPERATOR
                .calls()
                .get("/api/v1/schedule?from=2025-08-01&to=" + to)
                .then();
    }
}
