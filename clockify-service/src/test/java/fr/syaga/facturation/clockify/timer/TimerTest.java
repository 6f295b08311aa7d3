package fr.syaga.facturation.clockify.timer;

import java.time.Instant;

import jakarta.inject.Inject;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.clockify.fake.Fault;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class TimerTest {

    /** The timer that runs at the end of the demonstration's July is of the key's own user. */
    private static final String RUNNING = "61a277d7dcc4b9d0f6d74e11";

    private static final String WORK =
            "{\"description\":\"Recette du portail\",\"projectName\":\"ART INFORMATIQUE - Assistance\"}";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void nothingRuns() {
        database.clean();
        Outside.everythingIsUp();
        Outside.clockify().deleteEntry(RUNNING);
    }

    @Test
    void aTimerIsStartedOnceShownAndStopped() {
        int before = Outside.clockify().entries().size();

        String id = post("start", WORK)
                .statusCode(201)
                .body("end", nullValue())
                .body("projectName", equalTo("ART INFORMATIQUE - Assistance"))
                .body("clientName", equalTo("ART INFORMATIQUE"))
                .body("userName", equalTo("Camille Verdelune"))
                .extract()
                .path("clockifyId");
        post("start", WORK).statusCode(200).body("clockifyId", equalTo(id));
        assertThat(Outside.clockify().entries()).hasSize(before + 1);
        Caller.READER
                .calls()
                .get("/api/v1/monitoring")
                .then()
                .body("running.description", hasItem("Recette du portail"));

        post("start", "{\"description\":\"Autre chose\"}")
                .statusCode(409)
                .body("type", equalTo("urn:facturation:problem:timer-running"));
        post("stop", "").statusCode(200).body("clockifyId", equalTo(id)).body("end", notNullValue());
        post("stop", "").statusCode(409).body("type", equalTo("urn:facturation:problem:no-timer-running"));
    }

    /** A timer left running is not hours of years because a demonstration is looked at long after its day. */
    @Test
    void onAFixedDayATimerStartsAndStopsOnThatDay() {
        post("start", WORK).statusCode(201).body("start", equalTo("2025-08-01T16:00:00Z"));

        post("stop", "").statusCode(200).body("end", equalTo("2025-08-01T16:00:00Z"));
    }

    @Test
    void aTimerThatWasForgottenForDaysSaysSoWhenItIsStopped() {
        String id = post("start", WORK).statusCode(201).extract().path("clockifyId");
        post("stop", "").body("clockifyId", equalTo(id)).body("warnings", empty());
        String forgotten = post("start", WORK).statusCode(201).extract().path("clockifyId");
        Outside.clockify().moveEntry(forgotten, Instant.parse("2025-07-29T06:00:00Z"), null);

        post("stop", "")
                .body("clockifyId", equalTo(forgotten))
                .body("warnings[0]", containsString("82.00 h"))
                .body("warnings[0]", containsString("Recette du portail"));
    }

    @Test
    void aProjectThatClockifyDoesNotHaveIsRefused() {
        post("start", "{\"projectName\":\"Nulle part\"}").statusCode(400);
    }

    @Test
    void aClockifyThatFailsIsSaidAsWhatItIs() {
        Outside.clockify().failNext(Fault.UNAVAILABLE);

        post("start", WORK).statusCode(503).body("type", equalTo("urn:facturation:problem:clockify-unavailable"));
    }

    private static ValidatableResponse post(String deed, String body) {
        return Caller.OPERATOR
                .calls()
                .body(body)
                .post("/api/v1/monitoring/" + deed)
                .then();
    }
}
