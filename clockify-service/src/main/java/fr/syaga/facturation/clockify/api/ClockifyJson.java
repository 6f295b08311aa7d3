package fr.syaga.facturation.clockify.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.EntryStatus;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.edge.PlainText;

/** Reads entries out of Clockify's JSON, whose shapes differ between the report, the plain and the hydrated form. */
public final class ClockifyJson {

    private ClockifyJson() {}

    public static ReportedEntry reportRow(JsonNode row) {
        EntryDetails details = new EntryDetails(
                text(row, "userName"),
                text(row, "userEmail"),
                text(row, "clientName"),
                text(row, "projectName"),
                text(row, "taskName"),
                tags(row.path("tags")),
                text(row, "description"),
                row.path("billable").asBoolean());
        return reported(row, details);
    }

    /** The hydrated form carries names beside the ids. */
    public static ReportedEntry hydrated(JsonNode entry) {
        JsonNode project = entry.path("project");
        EntryDetails details = new EntryDetails(
                text(entry.path("user"), "name"),
                null,
                text(project, "clientName"),
                text(project, "name"),
                text(entry.path("task"), "name"),
                tags(entry.path("tags")),
                text(entry, "description"),
                entry.path("billable").asBoolean());
        return reported(entry, details);
    }

    /** The plain form carries ids only; their names are looked up in what was learnt before. */
    public static ReportedEntry plain(JsonNode entry, ClockifyNames.Known names) {
        ClockifyNames.Name user = names.of(text(entry, "userId"));
        ClockifyNames.Name project = names.of(text(entry, "projectId"));
        List<String> tags = new ArrayList<>();
        entry.path("tagIds").forEach(tag -> {
            String name = names.of(tag.asText()).name();
            if (name != null) {
                tags.add(name);
            }
        });
        EntryDetails details = new EntryDetails(
                user.name(),
                user.detail(),
                project.detail(),
                project.name(),
                names.of(text(entry, "taskId")).name(),
                String.join(", ", tags),
                text(entry, "description"),
                entry.path("billable").asBoolean());
        return reported(entry, details);
    }

    public static String id(JsonNode entry) {
        String id = text(entry, "_id");
        return id == null ? text(entry, "id") : id;
    }

    private static ReportedEntry reported(JsonNode entry, EntryDetails details) {
        JsonNode interval = entry.path("timeInterval");
        String id = id(entry);
        Instant start = instant(text(interval, "start"));
        if (id == null || start == null) {
            throw ClockifyUnreadable.garbled("An entry of Clockify's has no id or no start.");
        }
        return ReportedEntry.byApi(id, details, start, instant(text(interval, "end")))
                .with(status(entry));
    }

    /** The report tells of an invoice beside the row; of an approval some forms tell the state and others only a request. */
    private static EntryStatus status(JsonNode entry) {
        JsonNode invoicing = entry.path("invoicingInfo");
        boolean invoiced = invoicing.isObject() || entry.path("invoiced").asBoolean();
        String approval = text(entry, "approvalStatus");
        return new EntryStatus(
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
