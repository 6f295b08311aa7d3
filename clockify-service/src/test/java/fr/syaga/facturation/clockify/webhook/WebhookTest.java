package fr.syaga.facturation.clockify.webhook;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class WebhookTest {

    private static final String ENTRY = "7fb1493fc8e7e9fbbfecd5e8";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void julyOf2025() {
        database.clean();
        Outside.everythingIsUp();
    }

    @Test
    void aWebhookOnlyTellsWhatToReadAgain() {
        String stale = body().put("description", "un vieux texte").toString();

        deliver("TIME_ENTRY_UPDATED", Outside.UPDATED_TOKEN, stale, 204);
        deliver("TIME_ENTRY_UPDATED", Outside.UPDATED_TOKEN, stale, 204);
        waiting(1);
        // The entry is of July, and a sync of August reads it all the same, because the webhook asked for it.
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2025-08-01\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(200)
                .body("created", equalTo(2));

        waiting(0);
        Caller.READER
                .calls()
                .get("/api/v1/time-entries?to=2025-07-01")
                .then()
                .body("items", hasSize(1))
                .body("items[0].clockifyId", equalTo(ENTRY))
                .body("items[0].description", equalTo("Bascule nocturne de l'ERP"));
    }

    @ParameterizedTest
    @CsvSource({
        "TIME_ENTRY_UPDATED, wrong",
        "TIME_ENTRY_UPDATED, " + Outside.STOPPED_TOKEN,
        "NEW_PROJECT, wrong",
        "TIME_ENTRY_UPDATED, ''"
    })
    void aTokenThatIsNotTheEventsOwnIsRefused(String event, String token) {
        deliver(event, token, body().toString(), 401);
        waiting(0);
    }

    @Test
    void unknownEventsAndForeignWorkspacesAreAnsweredAndStoredNowhere() {
        deliver("NEW_PROJECT", Outside.UPDATED_TOKEN, body().toString(), 204);
        deliver(
                "TIMER_STOPPED",
                Outside.STOPPED_TOKEN,
                body().put("workspaceId", "5f11791a4e759e12c40733ba").toString(),
                204);
        deliver(
                "TIMER_STOPPED",
                Outside.STOPPED_TOKEN,
                body().put("id", "'; drop table").toString(),
                204);

        waiting(0);
    }

    @Test
    void aBodyThatIsNoJsonIsRefused() {
        deliver("TIMER_STOPPED", Outside.STOPPED_TOKEN, "{", 400);
    }

    private static ObjectNode body() {
        return Outside.clockify().webhookBody(ENTRY);
    }

    private static void deliver(String event, String token, String body, int status) {
        given().header("clockify-webhook-event-type", event)
                .header("clockify-signature", token)
                .contentType("application/json")
                .body(body)
                .post("/api/v1/webhooks/clockify")
                .then()
                .statusCode(status);
    }

    private static void waiting(int entries) {
        Caller.READER.calls().get("/api/v1/sync").then().statusCode(200).body("waiting", equalTo(entries));
    }
}
