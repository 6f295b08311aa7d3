package fr.syaga.facturation.recurrence.occurrence;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.inject.Inject;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.recurrence.InvoiceServiceStub;
import fr.syaga.facturation.recurrence.RecurrenceApi;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** Another replica claims months of a contract by a calendar that this one does not know, and has not committed yet. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class ClaimsMeetTest {

    @Inject
    AgroalDataSource database;

    @Test
    void theSecondRunWaitsAndSeesTheDaysThatTheFirstOneTook() throws Exception {
        RecurrenceApi.startsEmpty(database);
        String contract = RecurrenceApi.write("LAA10", "");
        CompletableFuture<ValidatableResponse> run;
        try (Connection other = database.getConnection()) {
            other.setAutoCommit(false);
            claim(other, contract);

            run = CompletableFuture.supplyAsync(() -> RecurrenceApi.run("2025-08-01", "2025-08-31"));
            CompletableFuture<ValidatableResponse> waiting = run;
            assertThatThrownBy(() -> waiting.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            other.commit();
        }

        run.get(30, TimeUnit.SECONDS)
                .body("created", equalTo(0))
                .body("failed[0].reason", containsString("2025-08-15"));
        assertThat(InvoiceServiceStub.madeInOrder()).isEmpty();
    }

    private static void claim(Connection other, String contract) throws SQLException {
        try (Statement statement = other.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(8082001)");
            statement.execute("""
                    insert into occurrence (id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount,
                                            label, approve, status)
                    values (gen_random_uuid(), '%s', '2025-08-15', '2025-09-14', '2025-08-15', '2025-09-14', '2025-08-15', 100,
                            'Forfait', true, 'CLAIMED')""".formatted(contract));
        }
    }
}
