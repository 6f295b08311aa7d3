package fr.syaga.facturation.clockify.sync;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.CleanDatabase;
import fr.syaga.facturation.clockify.Demo;
import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.clockify.fake.Fault;
import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class SyncTest {

    private static final String NIGHT_ENTRY = "7fb1493fc8e7e9fbbfecd5e8";

    @Inject
    CleanDatabase database;

    @BeforeEach
    void julyOf2025() {
        database.clean();
        Outside.everythingIsUp();
    }

    @Test
    void julyIsReadWholeWithinTheRequestsOfARun() {
        sync().statusCode(200)
                .body("read", equalTo(241))
                .body("created", equalTo(241))
                .body("deleted", equalTo(0))
                .body("running", equalTo(1))
                .body("requests", lessThanOrEqualTo(7))
                .body("contractsAsOf", notNullValue());
        assertThat(Outside.clockify().requests()).hasSizeLessThanOrEqualTo(7);

        sync().body("created", equalTo(0)).body("updated", equalTo(0)).body("unchanged", equalTo(241));
    }

    @Test
    void everyEntryIsCategorisedAsTheTruthSays() {
        sync().statusCode(200);

        Map<String, Map<String, Object>> entries = entries();
        assertThat(entries).hasSize(241);
        Demo.truth().path("entries").fields().forEachRemaining(expected -> {
            Map<String, Object> entry = entries.get(expected.getKey());
            JsonNode truth = expected.getValue();
            assertThat(entry.get("category"))
                    .as(expected.getKey())
                    .isEqualTo(truth.path("category").asText(null));
            assertThat(((Number) entry.get("amount")).floatValue())
                    .as(expected.getKey())
                    .isEqualTo(truth.path("amountHt").floatValue());
            if (truth.hasNonNull("anomaly")) {
                assertThat(entry.get("rule")).isEqualTo(truth.path("anomaly").asText());
            }
            assertThat((String) entry.get("reason")).isNotBlank();
        });
    }

    @Test
    void aFreeWorkspaceIsReadInReportsOfAtMostThirtyOneDays() {
        Outside.clockify().hourlyQuota(30);

        sync().statusCode(200).body("read", equalTo(241));
    }

    @Test
    void editsDeletionsAndMovesOfThePastAreFound() {
        sync().statusCode(200);
        List<String> ids = Outside.clockify().entries().stream()
                .map(entry -> entry.path("id").asText())
                .filter(id -> !id.equals(NIGHT_ENTRY))
                .toList();
        Outside.clockify().editEntry(ids.get(10), entry -> entry.put("description", "Corrigée"));
        Outside.clockify().deleteEntry(ids.get(11));
        Outside.clockify()
                .moveEntry(ids.get(12), Instant.parse("2025-08-02T08:00:00Z"), Instant.parse("2025-08-02T09:00:00Z"));

        sync().statusCode(200)
                .body("deleted", equalTo(1))
                .body("updated", equalTo(2))
                .body("unconfirmed", equalTo(0));

        Map<String, Map<String, Object>> entries = entries();
        assertThat(entries.get(ids.get(10)).get("description")).isEqualTo("Corrigée");
        assertThat(entries).doesNotContainKey(ids.get(11));
        assertThat(entries).doesNotContainKey(ids.get(12));
    }

    /** Noé works from 13:31:58 to 15:01:58, and at something else from 15:01:58 to 16:01:58. */
    @Test
    void timeThatCannotBeIsNamedByEachReadingUntilItIsCorrected() {
        sync().body("warnings", empty());
        Outside.clockify()
                .moveEntry(
                        "acf1cce07d59c258f8fe329a",
                        Instant.parse("2025-07-31T12:31:58Z"),
                        Instant.parse("2025-07-31T14:01:58Z"));

        for (int time = 0; time < 2; time++) {
            sync().body("warnings", hasSize(1))
                    .body("warnings[0]", startsWith("Noé Lambertoux: "))
                    .body("warnings[0]", containsString("1.50 h on 2025-07-31 (Développement module export)"))
                    .body("warnings[0]", endsWith("overlap by 0.50 h."));
        }

        Outside.clockify()
                .moveEntry(
                        "acf1cce07d59c258f8fe329a",
                        Instant.parse("2025-07-31T13:01:58Z"),
                        Instant.parse("2025-07-31T14:01:58Z"));
        sync().body("warnings", empty());
    }

    @Test
    void manyDeletionsAreLearntFromTheChangeFeedWithinTheRun() {
        sync().statusCode(200);
        List<String> ids = Outside.clockify().entries().stream()
                .skip(1)
                .limit(30)
                .map(entry -> entry.path("id").asText())
                .toList();
        ids.forEach(Outside.clockify()::deleteEntry);

        sync().statusCode(200).body("deleted", equalTo(30)).body("requests", lessThanOrEqualTo(7));
    }

    @Test
    void aRunningTimerIsUpdatedOnceItStops() {
        sync().statusCode(200);
        String running = "61a277d7dcc4b9d0f6d74e11";
        assertThat(entries().get(running).get("end")).isNull();

        Outside.clockify()
                .moveEntry(running, Instant.parse("2025-07-31T15:45:00Z"), Instant.parse("2025-07-31T16:45:00Z"));
        sync().statusCode(200).body("updated", equalTo(1)).body("running", equalTo(0));

        assertThat(entries().get(running)).containsEntry("seconds", 3600).containsEntry("category", "FACTURABLE");
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_WITH_RETRY_AFTER, 429, clockify-quota",
        "TOO_MANY_WITHOUT_HEADER, 429, clockify-quota",
        "TOO_MANY_EMPTY, 429, clockify-quota",
        "HTML_BAD_GATEWAY, 502, clockify-unreadable",
        "SERVER_ERROR, 502, clockify-unreadable",
        "TRUNCATED_JSON, 502, clockify-unreadable",
        "UNAVAILABLE, 503, clockify-unavailable",
        "CONNECTION_RESET, 503, clockify-unavailable"
    })
    void aReadingThatBreaksOffLosesNothing(Fault fault, int status, String code) {
        sync().statusCode(200);
        Outside.clockify().failNext(Fault.SLOW, fault);

        sync().statusCode(status)
                .body("type", equalTo("urn:facturation:problem:" + code))
                .body("notRead.from", equalTo("2025-07-01"))
                .body("notRead.to", equalTo("2025-07-31"));

        assertThat(entries()).hasSize(241);
    }

    @Test
    void aSlowClockifyIsAGatewayTimeout() {
        Outside.clockify().slowness(java.time.Duration.ofSeconds(4));
        Outside.clockify().failNext(Fault.SLOW);

        sync().statusCode(504);
    }

    @Test
    void aMalformedSpanIsRefused() {
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-13-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(400);
        Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-08-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then()
                .statusCode(400);
    }

    @Test
    void aPostWithoutBodyReadsTheLastFourWeeks() throws Exception {
        HttpRequest post = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1/sync"))
                .header("Authorization", "Bearer " + Caller.OPERATOR.token())
                .POST(BodyPublishers.noBody())
                .build();

        HttpResponse<String> answer = HttpClient.newHttpClient().send(post, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"from\":\"2025-07-05\"", "\"to\":\"2025-08-01\"");
    }

    @Test
    void aReaderMayNotSyncAndNobodyWithoutToken() {
        Caller.READER.calls().body("{}").post("/api/v1/sync").then().statusCode(403);
        RestAssured.given().post("/api/v1/sync").then().statusCode(401);
    }

    private static ValidatableResponse sync() {
        return Caller.OPERATOR
                .calls()
                .body("{\"from\":\"2025-07-01\",\"to\":\"2025-07-31\"}")
                .post("/api/v1/sync")
                .then();
    }

    private static Map<String, Map<String, Object>> entries() {
        List<Map<String, Object>> items = Caller.READER
                .calls()
                .get("/api/v1/time-entries?from=2025-07-01&to=2025-07-31&limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        return items.stream()
                .collect(java.util.stream.Collectors.toMap(entry -> (String) entry.get("clockifyId"), entry -> entry));
    }
}
