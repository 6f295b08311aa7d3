package fr.syaga.facturation.clockify.category;

import java.util.List;

import jakarta.inject.Inject;

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

    @BeforeEach
    void julyIsRead() {
        cleaning.clean();
        Outside.everythingIsUp();
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200);
    }

    @Test
    void timeThatCameBeforeItsContractIsJudgedAnewWithoutASync() {
        assertThat(coveredDays()).isEmpty();
        Outside.alsoHasAContract(CUSTOMER);

        timer.tick();

        assertThat(coveredDays()).isNotEmpty();
        Outside.everythingIsUp();
        timer.tick();
        assertThat(coveredDays()).isEmpty();
    }

    @Test
    void whileANeighbourIsDownEverythingStaysAsItWas() {
        Outside.alsoHasAContract(CUSTOMER);
        timer.tick();
        List<String> before = coveredDays();

        Outside.recurrenceIsDown();
        timer.tick();

        assertThat(coveredDays()).isEqualTo(before);
    }

    private static List<String> coveredDays() {
        return Caller.READER
                .calls()
                .get("/api/v1/time-entries?limit=1000&category=FORFAIT&customer=" + CUSTOMER)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }
}
