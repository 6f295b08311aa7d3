package fr.syaga.facturation.clockify;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.edge.FigureReader;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static fr.syaga.facturation.testing.Metrics.value;
import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class FiguresTest {

    @Inject
    FigureReader figures;

    @Inject
    CleanDatabase database;

    @BeforeEach
    void nothingIsKnown() {
        database.clean();
        Outside.everythingIsUp();
    }

    @Test
    void timeThatWaitsToBeBilledIsAFigureUntilItIsBilled() {
        figures.look();
        double quota = value("facturation_clockify_quota_left");
        call("/api/v1/sync", "{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}");
        figures.look();

        assertThat(value("facturation_unbilled_minutes")).isEqualTo(222 * 60);
        assertThat(value("facturation_unmapped_minutes")).isZero();
        assertThat(value("facturation_clockify_quota_left")).isLessThan(quota);
        assertThat(value("facturation_clockify_silence_seconds")).isZero();
        assertThat(value("facturation_reminders_sent")).isZero();

        call("/api/v1/billing-runs", "{\"month\":\"2025-07\"}");
        figures.look();

        assertThat(value("facturation_unbilled_minutes")).isZero();
    }

    @Test
    void aMailThatTheServerDoesNotTakeIsCounted() {
        double refused = value("facturation_mails_refused_total");

        Outside.mailIsRefused();
        Caller.OPERATOR
                .calls()
                .body("{\"date\":\"2025-07-31\"}")
                .post("/api/v1/reports/daily/send")
                .then()
                .statusCode(503);
        Outside.mailIsTaken();

        assertThat(value("facturation_mails_refused_total")).isEqualTo(refused + 1);
    }

    private static void call(String path, String body) {
        Caller.OPERATOR.calls().body(body).post(path).then().statusCode(200);
    }
}
