package fr.syaga.facturation.clockify.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fr.syaga.facturation.clockify.timesheet.Standing;
import fr.syaga.facturation.clockify.timesheet.Told;
import fr.syaga.facturation.clockify.timesheet.Work;
import fr.syaga.facturation.edge.PlainText;

/** Reads entries out of Clockify's JSON, whose shapes differ between the report, the plain and the hydrated form. */
public final class ClockifyJson {

    private ClockifyJson() {}

    public static Told reportRow(JsonNode row) {
        Work work = new Work(
                text(row, "userName"),
                text(row, "userEmail"),
                text(row, "clientName"),
                text(row, "projectName"),
                text(row, "taskName"),
                tags(row.path("tags")),
                text(row, "description"),
                row.path("billable").asBoolean());
        return told(row, work);
    }

    /** The hydrated form carries names beside the ids. */
    public static Told hydrated(JsonNode entry) {
        JsonNode project = entry.path("project");
        Work work = new Work(
                text(entry.path("user"), "name"),
                null,
                text(project, "clientName"),
                text(project, "name"),
                text(entry.path("task"), "name"),
                tags(entry.path("tags")),
                text(entry, "description"),
                entry.path("billable").asBoolean());
        return told(entry, work);
    }

    /** The plain form carries ids only; their names are looked up in what was learnt before. */
    public static Told plain(JsonNode entry, ClockifyNames.Known names) {
        ClockifyNames.Name user = names.of(text(entry, "userId"));
        ClockifyNames.Name project = names.of(text(entry, "projectId"));
        List<String> tags = new ArrayList<>();
        entry.path("tagIds").forEach(tag -> {
            String name = names.of(tag.asText()).name();
            if (name != null) {
                tags.add(name);
            }
        });
        Work work = new Work(
                user.name(),
                user.detail(),
                project.detail(),
                project.name(),
                names.of(text(entry, "taskId")).name(),
                String.join(", ", tags),
                text(entry, "description"),
                entry.path("billable").asBoolean());
        return told(entry, work);
    }

    public static String id(JsonNode entry) {
        String id = text(entry, "_id");
        return id == null ? text(entry, "id") : id;
    }

    private static Told told(JsonNode entry, Work work) {
        JsonNode interval = entry.path("timeInterval");
        String id = id(entry);
        Instant start = instant(text(interval, "start"));
        if (id == null || start == null) {
            throw ClockifyUnreadable.garbled("An entry of Clockify's has no id or no start.");
        }
        return Told.byApi(id, work, start, instant(text(interval, "end"))).with(standing(entry));
    }

    /** The report tells of an invoice beside the row; of an approval some forms tell the state and others only a request. */
    private static Standing standing(JsonNode entry) {
        JsonNode invoicing = entry.path("invoicingInfo");
        boolean invoiced = invoicing.isObject() || entry.path("invoiced").asBoolean();
        String approval = text(entry, "approvalStatus");
        return new Standing(
                text(entry, "type"),
                invoiced,
                text(invoicing, "invoiceId"),
                approval == null ? text(entry, "approvalState") : approval);
    }

    /** Times come with {@code Z} or with the offset of the zone that was asked for, and at times with milliseconds. */
    private static Instant instant(String text) {
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw ClockifyUnreadable.garbled("A time of Clockify's cannot be read: " + text);
        }
    }

    private static String tags(JsonNode tags) {
        List<String> names = new ArrayList<>();
        tags.forEach(tag -> names.add(tag.path("name").asText()));
        return String.join(", ", names);
    }

    public static String text(JsonNode node, String field) {
        JsonNode value = node.path(field);
        return value.isTextual() ? PlainText.orNull(value.asText()) : null;
    }
}
