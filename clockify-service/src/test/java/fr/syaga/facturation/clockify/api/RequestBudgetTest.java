package fr.syaga.facturation.clockify.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@TestProfile(RequestBudgetTest.WithoutClockify.class)
class RequestBudgetTest {

    private static final Instant NOON = Instant.parse("2025-07-31T12:00:00Z");

    @Inject
    CleanDatabase database;

    @Inject
    RequestBudget budget;

    /** A service that nobody gave a key or people to write to, as it starts out of the box. */
    public static class WithoutClockify implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("clockify.hourly-quota", "2", "clockify.api-key", "", "facturation.mail.to", "");
        }
    }

    @BeforeEach
    void nothingIsSpent() {
        database.clean();
    }

    @Test
    void anHourHoldsTheQuotaAndThenRefillsItself() {
        budget.take(NOON);
        budget.take(NOON.plusSeconds(60));

        assertThat(budget.left(NOON.plusSeconds(120))).isZero();
        assertThatThrownBy(() -> budget.take(NOON.plusSeconds(120)))
                .isInstanceOfSatisfying(ClockifyUnreadable.class, refusal -> {
                    assertThat(refusal.status()).isEqualTo(429);
                    assertThat(refusal.retryAfterSeconds()).isBetween(3480L, 3482L);
                });

        budget.take(NOON.plus(Duration.ofMinutes(60)).plusSeconds(1));
        assertThat(budget.left(NOON.plus(Duration.ofMinutes(61)).plusSeconds(1)))
                .isEqualTo(1);
    }

    @Test
    void nothingIsSentWhileClockifyAskedForAPause() {
        budget.pause(NOON.plusSeconds(120));

        assertThatThrownBy(() -> budget.take(NOON)).isInstanceOf(ClockifyUnreadable.class);
        budget.take(NOON.plusSeconds(121));
    }

    @Test
    void withoutAKeyNothingIsSynced() {
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:clockify-not-configured"));
        Caller.READER.calls().get("/api/v1/sync").then().statusCode(200).body("configured", equalTo(false));
    }

    @Test
    void withoutAKeyNoTimerIsStartedAndWithoutAServerNoMailLeaves() {
        Caller.OPERATOR
                .calls()
                .body("{}")
                .post("/api/v1/monitoring/start")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:clockify-not-configured"));
        Caller.OPERATOR
                .calls()
                .body("{}")
                .post("/api/v1/reports/daily/send")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:mail-not-configured"));
    }
}
