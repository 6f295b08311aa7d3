package fr.syaga.facturation.clockify.fake;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The routes of {@code /api/v1} that a time-billing client needs, with their pages, codes and nulls. */
final class CoreApi {

    private static final int DEFAULT_SIZE = 50;
    private static final int MAX_SIZE = 5000;
    private static final int IN_PROGRESS_DEFAULT_SIZE = 10;
    private static final int IN_PROGRESS_MAX_SIZE = 1000;

    private final Workspace workspace;
    private final TimerApi timers;

    CoreApi(Workspace workspace) {
        this.workspace = workspace;
        this.timers = new TimerApi(workspace);
    }

    /** @param path the segments after {@code /api/v1} */
    Answer answer(String method, List<String> path, Query query, JsonNode body) {
        if (path.isEmpty() || !List.of("user", "workspaces").contains(path.get(0))) {
            throw unknownRoute(path);
        }
        Set<String> allowed = path.size() < 3 ? Set.of("GET") : TimerApi.methods(path.get(2) + "/" + (path.size() - 2));
        if (!allowed.contains(method)) {
            throw Refusal.of(Answer.error(405, 3000, "Request method '%s' is not supported".formatted(method))
                    .with("Allow", allowed.stream().sorted().collect(Collectors.joining(", "))));
        }
        if (path.equals(List.of("user"))) {
            return Answer.ok(workspace.all("users").get(0));
        }
        if (path.equals(List.of("workspaces"))) {
            return Answer.ok(Workspace.JSON.createArrayNode().add(workspace.about()));
        }
        if (path.size() < 3) {
            throw unknownRoute(path);
        }
        if (!path.get(1).equals(workspace.id())) {
            throw Refusal.of(Answer.empty(403));
        }
        return switch (method) {
            case "POST" -> timers.start(body);
            case "PATCH" -> stop(path, body);
            default -> inWorkspace(path.subList(2, path.size()), query, path);
        };
    }

    private Answer stop(List<String> path, JsonNode body) {
        if (!path.get(4).equals("time-entries")) {
            throw unknownRoute(path);
        }
        return timers.stop(one("users", path.get(3), "User").path("id").asText(), body);
    }

    private Answer inWorkspace(List<String> path, Query query, List<String> whole) {
        String route = path.get(0) + "/" + path.size();
        return switch (route) {
            case "users/1", "clients/1", "tags/1" -> query.page(catalogue(path.get(0), query), DEFAULT_SIZE, MAX_SIZE);
            case "projects/1" -> query.page(catalogue("projects", query), DEFAULT_SIZE, MAX_SIZE);
            case "projects/2" -> Answer.ok(one("projects", path.get(1), "Project"));
            case "projects/3" -> tasks(path, query, whole);
            case "time-entries/2" -> Answer.ok(shown(one("timeEntries", path.get(1), "Time entry"), query));
            case "time-entries/3" -> inProgress(path, query, whole);
            case "user/3" -> entriesOfUser(path, query, whole);
            case "entities/2" -> changes(path, query, whole);
            default -> throw unknownRoute(whole);
        };
    }

    private List<ObjectNode> catalogue(String kind, Query query) {
        Predicate<JsonNode> archived = query.text("archived") == null
                ? node -> true
                : node -> node.path("archived").asBoolean() == query.flag("archived");
        Predicate<JsonNode> named = query.text("name") == null
                ? node -> true
                : node -> node.path("name")
                        .asText()
                        .toLowerCase()
                        .contains(query.text("name").toLowerCase());
        return workspace.all(kind).stream().filter(archived).filter(named).toList();
    }

    private ObjectNode one(String kind, String id, String noun) {
        return workspace.find(kind, id).orElseThrow(() -> Refusal.invalid(noun + " doesn't belong to Workspace"));
    }

    private Answer tasks(List<String> path, Query query, List<String> whole) {
        if (!path.get(2).equals("tasks")) {
            throw unknownRoute(whole);
        }
        one("projects", path.get(1), "Project");
        List<ObjectNode> tasks = workspace.all("tasks").stream()
                .filter(task -> task.path("projectId").asText().equals(path.get(1)))
                .toList();
        return query.page(tasks, DEFAULT_SIZE, MAX_SIZE);
    }

    private Answer inProgress(List<String> path, Query query, List<String> whole) {
        if (!path.get(1).equals("status") || !path.get(2).equals("in-progress")) {
            throw unknownRoute(whole);
        }
        List<ObjectNode> running = workspace.entriesNewestFirst().stream()
                .filter(Workspace::isRunning)
                .map(CoreApi::plain)
                .toList();
        return query.page(running, IN_PROGRESS_DEFAULT_SIZE, IN_PROGRESS_MAX_SIZE);
    }

    private Answer entriesOfUser(List<String> path, Query query, List<String> whole) {
        if (!path.get(2).equals("time-entries")) {
            throw unknownRoute(whole);
        }
        String user = one("users", path.get(1), "User").path("id").asText();
        LocalDateTime from = query.wallClock("start");
        LocalDateTime to = query.wallClock("end");
        List<ObjectNode> entries = workspace.entriesNewestFirst().stream()
                .filter(entry -> entry.path("userId").asText().equals(user))
                .filter(entry -> !query.flag("in-progress") || Workspace.isRunning(entry))
                .filter(entry -> inWindow(Workspace.start(entry), from, to))
                .map(entry -> shown(entry, query))
                .toList();
        return query.page(entries, DEFAULT_SIZE, MAX_SIZE);
    }

    private boolean inWindow(Instant start, LocalDateTime from, LocalDateTime to) {
        LocalDateTime wallClock = LocalDateTime.ofInstant(start, workspace.zone());
        return (from == null || !wallClock.isBefore(from)) && (to == null || wallClock.isBefore(to));
    }

    private Answer changes(List<String> path, Query query, List<String> whole) {
        if (!path.get(1).equals("deleted")) {
            throw unknownRoute(whole);
        }
        if (query.text("type") == null) {
            throw Refusal.of(Answer.error(400, 3001, "Required request parameter 'type' is not present"));
        }
        int page = query.number("page", 0);
        int limit = query.number("limit", DEFAULT_SIZE);
        ArrayNode items = Workspace.JSON.createArrayNode();
        workspace.deletions().stream()
                .skip((long) page * limit)
                .limit(limit)
                .forEach(deletion -> items.addObject()
                        .put("id", deletion.id())
                        .put("documentCode", "TIME_ENTRY")
                        .put("deletedAt", deletion.at().toString())
                        .putObject("document")
                        .put("id", deletion.id()));
        return Answer.ok(Workspace.JSON.createObjectNode().set("response", items));
    }

    private ObjectNode shown(ObjectNode entry, Query query) {
        return query.flag("hydrated") ? hydrated(plain(entry)) : plain(entry);
    }

    /** Unset lists are null, and fields that no document knows come along. */
    private static ObjectNode plain(ObjectNode entry) {
        if (entry.path("tagIds").isEmpty()) {
            entry.putNull("tagIds");
        }
        return entry.put("approvalRequestId", (String) null).put("unheardOf", "a field that came without notice");
    }

    ObjectNode hydrated(ObjectNode entry) {
        entry.set("project", orNull("projects", entry.path("projectId")));
        entry.set("task", orNull("tasks", entry.path("taskId")));
        JsonNode user = orNull("users", entry.path("userId"));
        entry.putObject("user")
                .put("id", user.path("id").asText())
                .put("name", user.path("name").asText())
                .put("status", "ACTIVE");
        ArrayNode tags = entry.putArray("tags");
        entry.path("tagIds").forEach(tag -> tags.add(orNull("tags", tag)));
        return entry;
    }

    private JsonNode orNull(String kind, JsonNode id) {
        return id.isNull() || id.isMissingNode()
                ? Workspace.JSON.nullNode()
                : workspace.find(kind, id.asText()).map(JsonNode.class::cast).orElse(Workspace.JSON.nullNode());
    }

    static Refusal unknownRoute(List<String> path) {
        return Refusal.of(Answer.error(404, 3000, "No static resource v1/%s.".formatted(String.join("/", path))));
    }
}
