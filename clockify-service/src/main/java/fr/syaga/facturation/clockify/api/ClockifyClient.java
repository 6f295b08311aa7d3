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

import fr.syaga.facturation.clockify.api.answer.ClockifyJson;
import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;
import fr.syaga.facturation.clockify.api.answer.ClockifyUser;
import fr.syaga.facturation.clockify.api.answer.ReportPage;
import fr.syaga.facturation.clockify.api.answer.ReportRequest;

/**
 * Sends single requests to Clockify, each taken out of the budget, and tells apart the ways in which it can fail. Answers are
 * read into records. It stays a plain HTTP client: empty error bodies, HTML pages and headers that may be missing have to be told
 * apart, and a declared REST client would make one failure of them all.
 */
@ApplicationScoped
public class ClockifyClient {

    private static final int NOT_THERE = 501;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration PAUSE_WITHOUT_HINT = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final ClockifyConfig config;
    private final RequestBudget budget;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    ClockifyClient(ClockifyConfig config, RequestBudget budget) {
        this.config = config;
        this.budget = budget;
    }

    /**
     * An answer that could be read.
     *
     * @param lastPage what the {@code Last-Page} header says, or null when it is not there
     * @param missing the entity does not exist: Clockify says so with 400 and code 501
     */
    public record Answer<T>(T body, Boolean lastPage, boolean missing) {}

    <T> Answer<T> get(String path, Class<T> form) {
        return send(request(config.apiUrl() + workspace() + path).GET().build(), form);
    }

    Answer<ReportPage> report(ReportRequest body) {
        return write("POST", config.reportsUrl() + workspace() + "/reports/detailed", body, ReportPage.class);
    }

    /** Whose key it is. */
    Answer<ClockifyUser> user() {
        return send(request(config.apiUrl() + "/user").GET().build(), ClockifyUser.class);
    }

    <T> Answer<T> post(String path, Object body, Class<T> form) {
        return write("POST", config.apiUrl() + workspace() + path, body, form);
    }

    <T> Answer<T> patch(String path, Object body, Class<T> form) {
        return write("PATCH", config.apiUrl() + workspace() + path, body, form);
    }

    /** Requests that are left of this hour. */
    public int quotaLeft(Instant now) {
        return budget.left(now);
    }

    private <T> Answer<T> write(String method, String address, Object body, Class<T> form) {
        return send(
                request(address)
                        .header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofByteArray(ClockifyJson.write(body)))
                        .build(),
                form);
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

    private <T> Answer<T> send(HttpRequest request, Class<T> form) {
        budget.take(Instant.now());
        try {
            return read(http.send(request, BodyHandlers.ofByteArray()), form);
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

    private static <T> Answer<T> answer(HttpResponse<byte[]> response, Class<T> form) throws IOException {
        if (ClockifyJson.isBlank(response.body())) {
            throw ClockifyUnreadable.garbled("Clockify's answer is empty.");
        }
        Boolean lastPage =
                response.headers().firstValue("Last-Page").map(Boolean::valueOf).orElse(null);
        return new Answer<>(ClockifyJson.read(response.body(), form), lastPage, false);
    }

    private <T> Answer<T> read(HttpResponse<byte[]> response, Class<T> form) throws IOException {
        int status = response.statusCode();
        if (status == 200 || status == 201) {
            return answer(response, form);
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
            return new Answer<>(null, null, true);
        }
        if (status == 503) {
            throw ClockifyUnreadable.down("Clockify is not available.");
        }
        if (status >= 500) {
            throw ClockifyUnreadable.garbled("Clockify failed with status %d.".formatted(status));
        }
        throw ClockifyUnreadable.refused(status);
    }

    /** What Clockify says of a request that it refuses. */
    private record Refusal(Integer code, String message) {}

    private static boolean isMissing(byte[] body) throws IOException {
        Refusal refusal = ClockifyJson.read(body, Refusal.class);
        return refusal != null
                && refusal.code() != null
                && refusal.code() == NOT_THERE
                && refusal.message() != null
                && refusal.message().contains("doesn't belong to Workspace");
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
