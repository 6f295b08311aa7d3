package fr.syaga.facturation.clockify.api;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Sends single requests to Clockify, each taken out of the budget, and tells apart the ways in which it can fail. It is a
 * plain HTTP client, because empty error bodies, HTML pages and headers that may be missing are all part of the talk.
 */
@ApplicationScoped
public class ClockifyClient {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PAUSE_WITHOUT_HINT = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ClockifyConfig config;
    private final RequestBudget budget;
    private final ObjectMapper json;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    ClockifyClient(ClockifyConfig config, RequestBudget budget, ObjectMapper json) {
        this.config = config;
        this.budget = budget;
        this.json = json;
    }

    /**
     * An answer that could be read.
     *
     * @param lastPage what the {@code Last-Page} header says, or null when it is not there
     * @param missing the entity does not exist: Clockify says so with 400 and code 501
     */
    public record Answer(JsonNode body, Boolean lastPage, boolean missing) {}

    Answer get(String path) {
        return send(request(config.apiUrl() + workspace() + path).GET().build());
    }

    Answer report(JsonNode body) {
        return send(request(config.reportsUrl() + workspace() + "/reports/detailed")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()))
                .build());
    }

    /** Whose key it is. */
    Answer user() {
        return send(request(config.apiUrl() + "/user").GET().build());
    }

    Answer post(String path, JsonNode body) {
        return write("POST", path, body);
    }

    Answer patch(String path, JsonNode body) {
        return write("PATCH", path, body);
    }

    private Answer write(String method, String path, JsonNode body) {
        return send(request(config.apiUrl() + workspace() + path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body.toString()))
                .build());
    }

    private String workspace() {
        return "/workspaces/" + config.workspaceId().orElseThrow();
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .timeout(config.timeout())
                .header("Accept", "application/json")
                .header("X-Api-Key", config.apiKey().orElseThrow());
    }

    private Answer send(HttpRequest request) {
        budget.take(Instant.now());
        try {
            return read(http.send(request, BodyHandlers.ofByteArray()));
        } catch (HttpTimeoutException e) {
            throw ClockifyUnreadable.slow();
        } catch (ConnectException e) {
            throw ClockifyUnreadable.down("Clockify cannot be reached.");
        } catch (JacksonException e) {
            throw ClockifyUnreadable.garbled("Clockify's answer broke off or is not JSON.");
        } catch (IOException e) {
            throw ClockifyUnreadable.down("The connection to Clockify broke.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ClockifyUnreadable.down("Reading Clockify was interrupted.");
        }
    }

    private Answer read(HttpResponse<byte[]> response) throws IOException {
        int status = response.statusCode();
        if (status == 200 || status == 201) {
            JsonNode body = json.readTree(response.body());
            if (body == null || body.isMissingNode()) {
                throw ClockifyUnreadable.garbled("Clockify's answer is empty.");
            }
            Boolean lastPage = response.headers()
                    .firstValue("Last-Page")
                    .map(Boolean::valueOf)
                    .orElse(null);
            return new Answer(body, lastPage, false);
        }
        if (status == 429) {
            Instant now = Instant.now();
            Instant until = now.plus(wait(response, now));
            budget.pause(until);
            throw ClockifyUnreadable.quota(
                    "Clockify says that these were too many requests.",
                    Duration.between(now, until).toSeconds());
        }
        if (status == 400 && isMissing(response.body())) {
            return new Answer(json.nullNode(), null, true);
        }
        if (status == 503) {
            throw ClockifyUnreadable.down("Clockify is not available.");
        }
        if (status >= 500) {
            throw ClockifyUnreadable.garbled("Clockify failed with status %d.".formatted(status));
        }
        throw ClockifyUnreadable.refused(status);
    }

    private boolean isMissing(byte[] body) throws IOException {
        JsonNode error = json.readTree(body);
        return error != null
                && error.path("code").asInt() == 501
                && error.path("message").asText().contains("doesn't belong to Workspace");
    }

    /** Retry-After is not documented: honoured when it is there, in seconds or as a date, within reason. */
    private static Duration wait(HttpResponse<?> response, Instant now) {
        Duration asked = response.headers()
                .firstValue("Retry-After")
                .map(text -> text.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : until(text, now))
                .orElse(PAUSE_WITHOUT_HINT);
        return asked.isNegative() || asked.isZero()
                ? Duration.ofSeconds(1)
                : asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    }

    private static Duration until(String date, Instant now) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeParseException e) {
            return PAUSE_WITHOUT_HINT;
        }
    }
}
