package fr.syaga.facturation.clockify.fake;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The detailed report: finished entries of all users, bounds read as wall clock in the request's zone, times rendered in it,
 * durations in seconds, money in cents.
 */
final class ReportsApi {

    private static final int MAX_PAGE_SIZE = 1000;
    private static final int DEFAULT_PAGE_SIZE = 50;
    private static final Duration FREE_PLAN_INTERVAL = Duration.ofDays(31);
    private static final long SECONDS_PER_HOUR = 3600;

    private final Workspace workspace;
    private final Quota quota;

    ReportsApi(Workspace workspace, Quota quota) {
        this.workspace = workspace;
        this.quota = quota;
    }

    /** @param path the segments after {@code /report/v1} */
    Answer answer(String method, List<String> path, JsonNode body) {
        if (path.size() != 4
                || !path.get(0).equals("workspaces")
                || !path.get(2).equals("reports")) {
            throw CoreApi.unknownRoute(path);
        }
        if (!path.get(3).equals("detailed")) {
            throw CoreApi.unknownRoute(path);
        }
        if (!method.equals("POST")) {
            throw Refusal.of(Answer.error(405, 3000, "Request method '%s' is not supported".formatted(method))
                    .with("Allow", "POST"));
        }
        if (!path.get(1).equals(workspace.id())) {
            throw Refusal.of(Answer.empty(403));
        }
        return detailed(body);
    }

    private Answer detailed(JsonNode request) {
        for (String required : List.of("dateRangeStart", "dateRangeEnd", "detailedFilter")) {
            if (!request.hasNonNull(required)) {
                throw Refusal.invalid(required + ": must not be null");
            }
        }
        ZoneId zone = zone(request);
        LocalDateTime from = wallClock(request, "dateRangeStart");
        LocalDateTime to = wallClock(request, "dateRangeEnd");
        if (quota.isFree() && Duration.between(from, to).compareTo(FREE_PLAN_INTERVAL) > 0) {
            throw Refusal.invalid("Please select a date range of at most 31 days");
        }
        int page = request.path("detailedFilter").path("page").asInt(1);
        int size = request.path("detailedFilter").path("pageSize").asInt(DEFAULT_PAGE_SIZE);
        if (page < 1 || size < 1 || size > MAX_PAGE_SIZE) {
            throw Refusal.invalid("You entered invalid value for field: [pageSize] must be between 1 and 1000");
        }
        boolean ascending = "ASCENDING".equals(request.path("sortOrder").asText());
        Comparator<ObjectNode> order = Comparator.<ObjectNode, Instant>comparing(Workspace::start)
                .thenComparing(entry -> entry.path("id").asText());
        List<ObjectNode> found = workspace.all("timeEntries").stream()
                .filter(entry -> !Workspace.isRunning(entry))
                .filter(entry -> within(LocalDateTime.ofInstant(Workspace.start(entry), zone), from, to))
                .sorted(ascending ? order : order.reversed())
                .toList();
        Answer rows = Query.slice(found.stream().map(entry -> row(entry, zone)).toList(), page, size);
        ObjectNode answer = Workspace.JSON.createObjectNode();
        answer.set("totals", totals(found));
        answer.set("timeentries", rows.body());
        return new Answer(200, rows.headers(), answer);
    }

    private static boolean within(LocalDateTime start, LocalDateTime from, LocalDateTime to) {
        return !start.isBefore(from) && !start.isAfter(to);
    }

    private ZoneId zone(JsonNode request) {
        String name = request.path("timeZone").asText("");
        try {
            return name.isEmpty() ? workspace.zone() : name.equals("UTC") ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            throw Refusal.invalid("You entered invalid value for field: [timeZone] " + name);
        }
    }

    private static LocalDateTime wallClock(JsonNode request, String field) {
        String text = request.path(field).asText();
        try {
            return DateTimeFormatter.ISO_DATE_TIME.parse(text, LocalDateTime::from);
        } catch (DateTimeException e) {
            throw Refusal.invalid("You entered invalid value for field: [%s] %s".formatted(field, text));
        }
    }

    private ArrayNode totals(List<ObjectNode> found) {
        ArrayNode totals = Workspace.JSON.createArrayNode();
        if (found.isEmpty()) {
            return totals.addNull();
        }
        totals.addObject()
                .put("_id", "")
                .put("totalTime", found.stream().mapToLong(ReportsApi::seconds).sum())
                .put("entriesCount", found.size());
        return totals;
    }

    private ObjectNode row(ObjectNode entry, ZoneId zone) {
        ObjectNode row = Workspace.JSON.createObjectNode();
        row.put("_id", entry.path("id").asText());
        row.set("description", entry.path("description"));
        JsonNode user = named("users", entry.path("userId"));
        row.set("userId", entry.path("userId"));
        row.put("userName", user.path("name").asText(null));
        row.put("userEmail", user.path("email").asText(null));
        row.put("billable", entry.path("billable").asBoolean());
        row.put("type", entry.path("type").asText());
        row.put("isLocked", entry.path("isLocked").asBoolean()).putNull("approvalRequestId");
        JsonNode project = named("projects", entry.path("projectId"));
        row.set("projectId", entry.path("projectId"));
        row.put("projectName", project.path("name").asText(null));
        row.put("clientId", blankToNull(project.path("clientId").asText(null)));
        row.put("clientName", blankToNull(project.path("clientName").asText(null)));
        row.set("taskId", entry.path("taskId"));
        row.put("taskName", named("tasks", entry.path("taskId")).path("name").asText(null));
        ArrayNode tags = row.putArray("tags");
        entry.path("tagIds")
                .forEach(tag -> tags.addObject()
                        .put("_id", tag.asText())
                        .put("name", named("tags", tag).path("name").asText()));
        boolean priced = entry.path("billable").asBoolean();
        long rate = priced ? entry.path("hourlyRate").path("amount").asLong() : 0;
        row.put("rate", rate).put("amount", rate * seconds(entry) / SECONDS_PER_HOUR);
        row.put("currency", "EUR").putArray("customFields");
        row.putNull("invoicingInfo").put("unheardOf", "a field that came without notice");
        row.set("timeInterval", interval(entry, zone));
        return row;
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() || text.equals("null") ? null : text;
    }

    private static ObjectNode interval(ObjectNode entry, ZoneId zone) {
        ZonedDateTime start = Workspace.start(entry).atZone(zone);
        ZonedDateTime end = end(entry).atZone(zone);
        return Workspace.JSON
                .createObjectNode()
                .put("start", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(start))
                .put("end", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(end))
                .put("duration", seconds(entry))
                .put("timeZone", zone.getId())
                .put("zonedStart", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(start))
                .put("zonedEnd", DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(end))
                .put("offStart", start.getOffset().getTotalSeconds())
                .put("offEnd", end.getOffset().getTotalSeconds());
    }

    private static Instant end(JsonNode entry) {
        return Instant.parse(entry.path("timeInterval").path("end").asText());
    }

    private static long seconds(JsonNode entry) {
        return Duration.between(Workspace.start(entry), end(entry)).toSeconds();
    }

    private JsonNode named(String kind, JsonNode id) {
        return workspace.find(kind, id.asText()).map(JsonNode.class::cast).orElse(Workspace.JSON.missingNode());
    }
}
