package fr.syaga.facturation.clockify.api.answer;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.EntryStatus;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** An entry as Clockify answers it. The report, the hydrated and the plain form differ in how they name things; this is what they share. */
public interface ClockifyEntry {

    String id();

    Interval timeInterval();

    String type();

    Invoicing invoicingInfo();

    boolean invoiced();

    String approvalStatus();

    String approvalState();

    /** When it was tracked; the end is missing while the timer runs. */
    record Interval(String start, String end) {}

    /** The invoice that Clockify has it on; only the report names it. */
    record Invoicing(String invoiceId) {}

    /** A tag with its name; the report writes the id with an underscore. */
    record Tag(@JsonProperty("_id") String reportId, String id, String name) {

        public String anyId() {
            return reportId == null ? id : reportId;
        }
    }

    /** The entry, once its form has said who did what. */
    default ReportedEntry reportedWith(EntryDetails details) {
        Instant start = timeInterval() == null ? null : instant(timeInterval().start());
        if (id() == null || start == null) {
            throw ClockifyUnreadable.garbled("An entry of Clockify's has no id or no start.");
        }
        return ReportedEntry.byApi(id(), details, start, instant(timeInterval().end()))
                .with(status());
    }

    /** Some forms tell the state of an approval, and others only a request. */
    private EntryStatus status() {
        return new EntryStatus(
                type(),
                invoicingInfo() != null || invoiced(),
                invoicingInfo() == null ? null : invoicingInfo().invoiceId(),
                approvalStatus() == null ? approvalState() : approvalStatus());
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

    static String names(List<Tag> tags) {
        return present(tags).stream()
                .map(tag -> Objects.requireNonNullElse(tag.name(), ""))
                .collect(Collectors.joining(", "));
    }

    /** A list that is missing is empty, and what is null in it is left out. */
    static <T> List<T> present(List<T> list) {
        return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
    }
}
