package fr.syaga.facturation.recurrence.plan;

import java.util.HashSet;
import java.util.Set;

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

import static org.assertj.core.api.Assertions.assertThat;

/** Figures are read again when anything changed, and only then. */
@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(InvoiceServiceStub.class)
class PlanStateTest {

    @Inject
    AgroalDataSource database;

    @Inject
    PlanState state;

    @BeforeEach
    void nothingHappenedYet() throws Exception {
        RecurrenceApi.startsEmpty(database);
    }

    @Test
    void everyChangeIsSeenAndReadingIsNone() {
        Set<String> seen = new HashSet<>();
        seen.add(state.now());
        RecurrenceApi.acceptTheContractsOfTheDemonstration();
        assertThat(seen.add(state.now())).as("contracts are made").isTrue();
        String contract = RecurrenceApi.contractOf("LAA10");
        post("/contracts/" + contract + "/prices", "{\"from\":\"2025-09-01\",\"netAmount\":123.45}");
        assertThat(seen.add(state.now())).as("a price is set").isTrue();
        post("/contracts/" + contract + "/skip", "{\"dueOn\":\"2025-10-01\",\"reason\":\"Offert\"}");
        assertThat(seen.add(state.now())).as("a due date is skipped").isTrue();
        post("/contracts/" + contract + "/unskip", "{\"dueOn\":\"2025-10-01\"}");
        assertThat(seen.add(state.now())).as("and is not").isTrue();
        RecurrenceApi.run("2025-08-01", "2025-08-31");
        assertThat(seen.add(state.now())).as("a month is invoiced").isTrue();
        post("/contracts/" + contract + "/end", "{\"until\":\"2025-12-31\"}");
        assertThat(seen.add(state.now())).as("a contract ends").isTrue();

        Caller.OPERATOR.calls().get("/api/v1/anomalies").then().statusCode(200);
        Caller.OPERATOR.calls().get("/api/v1/contracts").then().statusCode(200);
        assertThat(seen.add(state.now())).as("somebody reads").isFalse();
    }

    private static void post(String path, String body) {
        Caller.OPERATOR.calls().body(body).post("/api/v1" + path).then().statusCode(200);
    }
}
