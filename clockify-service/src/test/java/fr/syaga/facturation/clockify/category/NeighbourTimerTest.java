package fr.syaga.facturation.clockify.category;

import java.util.List;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class NeighbourTimerTest {

    private static final String CUSTOMER = "ARTINF10";

    @Inject
    CleanDatabase cleaning;

    @Inject
    NeighbourTimer timer;

    /** Among the time of July is an hour of maintenance at a customer without a contract. */
    @BeforeEach
    void julyIsRead() {
        cleaning.clean();
        Outside.everythingIsUp();
        sync();
        String one = Caller.READER
                .calls()
                .get("/api/v1/time-entries?category=FACTURABLE&customer=" + CUSTOMER)
                .then()
                .extract()
                .path("items[0].clockifyId");
        ObjectNode maintenance = Outside.clockify().entries().stream()
                .filter(entry -> entry.path("id").asText().equals(one))
                .findFirst()
                .orElseThrow()
                .deepCopy()
                .put("id", "ffffffffffffffffffffffff")
                .put("description", "Maintenance du parc");
        maintenance
                .putObject("timeInterval")
                .put("start", "2025-07-31T17:00:00Z")
                .put("end", "2025-07-31T18:00:00Z")
                .put("duration", "PT1H");
        Outside.clockify().addEntry(maintenance);
        sync();
    }

    private static void sync() {
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    @Test
    void timeThatCameBeforeItsContractIsJudgedAnewWithoutASync() {
        assertThat(covered()).isEmpty();
        Outside.alsoHasAContract(CUSTOMER);

        timer.tick();

        assertThat(covered()).isNotEmpty();
        Outside.everythingIsUp();
        timer.tick();
        assertThat(covered()).isEmpty();
    }

    @Test
    void whileANeighbourIsDownEverythingStaysAsItWas() {
        Outside.alsoHasAContract(CUSTOMER);
        timer.tick();
        List<String> before = covered();

        Outside.recurrenceIsDown();
        timer.tick();

        assertThat(covered()).isEqualTo(before);
    }

    private static List<String> covered() {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries?limit=1000&category=FORFAIT&customer=" + CUSTOMER)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
