package fr.syaga.facturation.clockify.fake;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class FakeClockifyTest {

    private static final Path JULY = Path.of("../../demo/clockify/workspace.json");
    private static final String KEY = "a-key-of-the-test";
    private static final String RUNNING = "/time-entries/status/in-progress";

    private final HttpClient http = HttpClient.newHttpClient();
    private FakeClockify clockify;

    @BeforeEach
    void start() {
        clockify = FakeClockify.start(0, JULY, KEY);
    }

    @AfterEach
    void stop() {
        clockify.close();
    }

    @Test
    void theDetailedReportOfJulyHoldsTheFinishedEntriesInPagesOfAtMostAThousand() throws Exception {
        HttpResponse<String> first = report("2025-06-30T00:00:00Z", "2025-07-31T23:59:59.999Z", "UTC", 200, 1);
        HttpResponse<String> second = report("2025-06-30T00:00:00Z", "2025-07-31T23:59:59.999Z", "UTC", 200, 2);
        HttpResponse<String> third = report("2025-06-30T00:00:00Z", "2025-07-31T23:59:59.999Z", "UTC", 200, 3);

        assertThat(json(first).path("timeentries")).hasSize(200);
        assertThat(first.headers().firstValue("Last-Page")).hasValue("false");
        assertThat(json(second).path("timeentries")).hasSize(40);
        assertThat(second.headers().firstValue("Last-Page")).hasValue("true");
        assertThat(json(third).path("timeentries")).isEmpty();
        assertThat(third.headers().firstValue("Last-Page")).hasValue("true");
        assertThat(report("2025-07-01T00:00:00Z", "2025-07-02T00:00:00Z", "UTC", 1001, 1)
                        .statusCode())
                .isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource({"UTC, 0", "Europe/Paris, 1"})
    void boundsAreReadAsWallClockInTheRequestedZone(String zone, int expected) throws Exception {
        HttpResponse<String> night = report("2025-07-01T00:00:00Z", "2025-07-01T02:00:00Z", zone, 50, 1);

        assertThat(json(night).path("timeentries")).hasSize(expected);
    }

    @Test
    void reportRowsCarrySecondsUnderscoredIdsAndTheOffsetOfTheirZone() throws Exception {
        HttpResponse<String> night = report("2025-07-01T00:00:00Z", "2025-07-01T02:00:00Z", "Europe/Paris", 50, 1);

        JsonNode row = json(night).path("timeentries").get(0);
        assertThat(row.path("_id").asText()).isEqualTo("7fb1493fc8e7e9fbbfecd5e8");
        assertThat(row.path("timeInterval").path("duration").asInt()).isEqualTo(7200);
        assertThat(row.path("timeInterval").path("start").asText()).isEqualTo("2025-07-01T00:30:00+02:00");
        assertThat(row.path("clientName").asText()).isEqualTo("LAA");
    }

    @Test
    void anEmptyReportHasANullTotal() throws Exception {
        JsonNode nothing = json(report("2024-01-01T00:00:00Z", "2024-01-02T00:00:00Z", "UTC", 50, 1));

        assertThat(nothing.path("totals").get(0).isNull()).isTrue();
    }

    @Test
    void aRunningTimerIsInProgressWithoutEndAndInNoReport() throws Exception {
        JsonNode running = json(get(RUNNING));

        assertThat(running).hasSize(1);
        assertThat(running.get(0).path("timeInterval").path("end").isNull()).isTrue();
    }

    @Test
    void aKeyIsAskedForInClockifysOwnWords() throws Exception {
        HttpResponse<String> none =
                http.send(HttpRequest.newBuilder(workspace(RUNNING)).build(), BodyHandlers.ofString());
        HttpResponse<String> wrong = http.send(
                HttpRequest.newBuilder(workspace(RUNNING))
                        .header("X-Api-Key", "x")
                        .build(),
                BodyHandlers.ofString());

        assertThat(none.statusCode()).isEqualTo(401);
        assertThat(none.body()).isEqualTo("{\"message\":\"Multiple or none auth tokens present\",\"code\":1000}");
        assertThat(wrong.body()).isEqualTo("{\"message\":\"Api key does not exist\",\"code\":4003}");
    }

    @ParameterizedTest
    @CsvSource({
        "/time-entries/000000000000000000000000, 400, 501",
        "/projects/000000000000000000000000, 400, 501",
        "/users?page-size=5001, 400, 501",
        "/users?page=x, 400, 3000",
        "/entities/deleted, 400, 3001",
        "/nothing-here, 404, 3000"
    })
    void refusalsCarryClockifysNumbers(String path, int status, int code) throws Exception {
        HttpResponse<String> answer = get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(json(answer).path("code").asInt()).isEqualTo(code);
    }

    @Test
    void aFreeWorkspaceRefusesTheRequestAfterItsQuotaAndReportsOverThirtyOneDays() throws Exception {
        clockify.hourlyQuota(2);

        assertThat(report("2025-06-30T00:00:00Z", "2025-08-01T23:59:59Z", "UTC", 50, 1)
                        .statusCode())
                .isEqualTo(400);
        assertThat(get("/users").statusCode()).isEqualTo(200);
        HttpResponse<String> over = get("/users");
        assertThat(over.statusCode()).isEqualTo(429);
        assertThat(over.headers().firstValue("Retry-After")).isPresent();
        clockify.tooManyAs(Fault.TOO_MANY_EMPTY);
        assertThat(get("/users").body()).isEmpty();
        assertThat(clockify.requests()).hasSize(4);
    }

    @Test
    void aDeletedEntryIsInTheChangeFeedAndNowhereElse() throws Exception {
        String id = clockify.entries().get(0).path("id").asText();

        clockify.deleteEntry(id);

        assertThat(get("/time-entries/" + id).statusCode()).isEqualTo(400);
        assertThat(json(get("/entities/deleted?type=TIME_ENTRY"))
                        .path("response")
                        .get(0)
                        .path("id")
                        .asText())
                .isEqualTo(id);
    }

    private URI workspace(String path) {
        return URI.create(clockify.apiUrl() + "/workspaces/" + clockify.workspaceId() + path);
    }

    @Test
    void aTimerIsStartedAndStoppedByStrictRules() throws Exception {
        String stop = "/user/8b9bdce58de7ef8d007998d7/time-entries";

        assertThat(send("POST", "/time-entries", "{}").statusCode()).isEqualTo(400);
        assertThat(json(send("POST", "/time-entries", "{\"start\":\"2025-08-01T08:00:00Z\",\"projectId\":\"x\"}"))
                        .path("code")
                        .asInt())
                .isEqualTo(501);
        HttpResponse<String> started =
                send("POST", "/time-entries", "{\"start\":\"2025-08-01T08:00:00Z\",\"description\":\"Recette\"}");
        assertThat(started.statusCode()).isEqualTo(201);
        assertThat(json(started).path("id").asText()).matches("[0-9a-f]{24}");
        assertThat(json(started).path("timeInterval").path("end").isNull()).isTrue();

        assertThat(send("PATCH", stop, "{}").statusCode()).isEqualTo(400);
        assertThat(json(send("PATCH", stop, "{\"end\":\"2025-08-01T09:00:00Z\"}"))
                        .path("timeInterval")
                        .path("duration")
                        .asText())
                .isEqualTo("PT1H");
        assertThat(send("PATCH", stop, "{\"end\":\"2025-08-01T09:00:00Z\"}").statusCode())
                .isEqualTo(404);
        HttpResponse<String> read = get("/time-entries");
        assertThat(read.statusCode()).isEqualTo(405);
        assertThat(read.headers().firstValue("Allow")).hasValue("POST");
    }

    private HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(workspace(path))
                        .header("X-Api-Key", KEY)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(workspace(path)).header("X-Api-Key", KEY).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> report(String from, String to, String zone, int size, int page)
            throws IOException, InterruptedException {
        String body = """
                {"dateRangeStart":"%s","dateRangeEnd":"%s","timeZone":"%s","sortOrder":"ASCENDING",
                 "detailedFilter":{"page":%d,"pageSize":%d}}""".formatted(from, to, zone, page, size);
        URI uri = URI.create(clockify.reportsUrl() + "/workspaces/" + clockify.workspaceId() + "/reports/detailed");
        return http.send(
                HttpRequest.newBuilder(uri)
                        .header("X-Api-Key", KEY)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return Workspace.JSON.readTree(answer.body());
    }
}
