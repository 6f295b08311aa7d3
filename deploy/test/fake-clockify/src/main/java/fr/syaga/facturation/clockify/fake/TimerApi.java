package fr.syaga.facturation.clockify.fake;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Starting and stopping timers: entries of the key's own user, checked as strictly as the real API checks them. */
final class TimerApi {

    private static final int MAX_DESCRIPTION = 3000;
    private static final String ENTRIES = "timeEntries";

    private final Workspace workspace;
    private final AtomicInteger made = new AtomicInteger();

    TimerApi(Workspace workspace) {
        this.workspace = workspace;
    }

    /** {@code POST /workspaces/{ws}/time-entries}: 201 and the plain entry; a timer that still runs ends where this one begins. */
    Answer start(JsonNode body) {
        Instant start = instant(body, "start");
        if (start == null) {
            throw Refusal.invalid("start: must not be null");
        }
        Instant end = instant(body, "end");
        if (end != null && end.isBefore(start)) {
            throw Refusal.invalid("You entered invalid value for field: [end] must be after start");
        }
        if (body.path("description").asText().length() > MAX_DESCRIPTION) {
            throw Refusal.invalid("description: length must be between 0 and " + MAX_DESCRIPTION);
        }
        String project = reference("projects", body.path("projectId"), "Project");
        String task = reference("tasks", body.path("taskId"), "Task");
        if (task != null
                && !workspace
                        .find("tasks", task)
                        .orElseThrow()
                        .path("projectId")
                        .asText()
                        .equals(project)) {
            throw Refusal.invalid("Task doesn't belong to Project");
        }
        String user = me();
        running(user).ifPresent(timer -> workspace.setInterval(timer, workspace.startOf(timer), start));
        ObjectNode entry = Workspace.JSON.createObjectNode();
        entry.put("id", nextId(start))
                .put("description", body.path("description").asText(""))
                .putNull("tagIds")
                .put("userId", user)
                .put("billable", body.path("billable").asBoolean(false))
                .put("taskId", task)
                .put("projectId", project)
                .put("workspaceId", workspace.id())
                .put("type", "REGULAR")
                .putNull("kioskId")
                .putNull("hourlyRate")
                .putNull("costRate")
                .put("isLocked", false)
                .putArray("customFieldValues");
        Workspace.interval(entry.putObject("timeInterval"), start, end);
        workspace.add(ENTRIES, entry);
        return new Answer(201, Map.of(), entry.deepCopy());
    }

    /** {@code PATCH /workspaces/{ws}/user/{userId}/time-entries}: ends the running timer; 404 when there is none. */
    Answer stop(String userId, JsonNode body) {
        Instant end = instant(body, "end");
        if (end == null) {
            throw Refusal.invalid("end: must not be null");
        }
        String timer = running(userId)
                .orElseThrow(() -> Refusal.of(Answer.error(
                        404, 404, "Currently running time entry doesn't exist on Workspace for user " + userId)));
        Instant start = workspace.startOf(timer);
        if (end.isBefore(start)) {
            throw Refusal.invalid("You entered invalid value for field: [end] must be after start");
        }
        workspace.setInterval(timer, start, end);
        return Answer.ok(workspace.find(ENTRIES, timer).orElseThrow());
    }

    private Optional<String> running(String userId) {
        return workspace.entriesNewestFirst().stream()
                .filter(Workspace::isRunning)
                .filter(entry -> entry.path("userId").asText().equals(userId))
                .map(entry -> entry.path("id").asText())
                .findFirst();
    }

    /** The user whose key it is. */
    private String me() {
        return workspace.all("users").get(0).path("id").asText();
    }

    private String reference(String kind, JsonNode id, String noun) {
        if (id.isNull() || id.isMissingNode()) {
            return null;
        }
        workspace.find(kind, id.asText()).orElseThrow(() -> Refusal.invalid(noun + " doesn't belong to Workspace"));
        return id.asText();
    }

    private static Instant instant(JsonNode body, String field) {
        if (!body.hasNonNull(field)) {
            return null;
        }
        try {
            return Instant.parse(body.path(field).asText());
        } catch (DateTimeParseException e) {
            throw Refusal.invalid("You entered invalid value for field: [%s]".formatted(field));
        }
    }

    /** Its first eight digits are the moment it was made, as in every id of Clockify's. */
    private String nextId(Instant at) {
        return HexFormat.of().toHexDigits((int) at.getEpochSecond())
                + HexFormat.of().toHexDigits((long) made.incrementAndGet());
    }

    /** What a route that writes accepts beside reading. */
    static Set<String> methods(String route) {
        return switch (route) {
            case "time-entries/1" -> Set.of("POST");
            case "user/3" -> Set.of("GET", "PATCH");
            default -> Set.of("GET");
        };
    }
}
