package fr.syaga.facturation.clockify.csv;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** Makes an entry of a row, or says with a {@link DateTimeException} why it cannot be one. */
final class CsvRowReader {

    private static final Set<String> NO = Set.of("no", "non", "false");

    private final CsvHeading heading;
    private final DateShape shape;
    private final ZoneId zone;
    private String lastText;
    private LocalDate lastDay;

    CsvRowReader(CsvHeading heading, DateShape shape, ZoneId zone) {
        this.heading = heading;
        this.shape = shape;
        this.zone = zone;
    }

    ReportedEntry read(List<String> fields) {
        String startTime = heading.cell(fields, CsvColumn.START_TIME);
        String endTime = heading.cell(fields, CsvColumn.END_TIME);
        LocalDateTime start = moment(fields, CsvColumn.START_DATE, CsvColumn.START_TIME);
        Duration duration = CsvTime.duration(heading, fields);
        Instant[] span = endTime == null || heading.cell(fields, CsvColumn.END_DATE) == null
                ? spanOf(start, duration, fields)
                : span(start, moment(fields, CsvColumn.END_DATE, CsvColumn.END_TIME), duration);
        if (span[1].isBefore(span[0])) {
            throw new DateTimeException("ends before it starts");
        }
        return ReportedEntry.byRow(details(fields), span[0], span[1], grain(startTime, endTime, fields))
                .with(CsvStatus.of(heading, fields));
    }

    private LocalDateTime moment(List<String> fields, CsvColumn date, CsvColumn time) {
        return cell(fields, date, this::day).atTime(cell(fields, time, CsvTime::time));
    }

    /** A day's rows stand together. */
    private LocalDate day(String text) {
        if (!text.equals(lastText)) {
            lastDay = shape.parse(text);
            lastText = text;
        }
        return lastDay;
    }

    /** Reads a cell. An error names the cell, so that a person can mend the row. */
    private <T> T cell(List<String> fields, CsvColumn column, Function<String, T> meaning) {
        String cell = heading.cell(fields, column);
        if (cell == null) {
            throw new DateTimeException("has no " + column.heading());
        }
        try {
            return meaning.apply(cell);
        } catch (DateTimeException e) {
            throw new DateTimeException("%s: %s".formatted(column.heading(), e.getMessage()), e);
        }
    }

    /** A row without an end has a duration instead. */
    private Instant[] spanOf(LocalDateTime start, Duration duration, List<String> fields) {
        if (duration == null) {
            String written = heading.cell(fields, CsvColumn.DURATION);
            throw new DateTimeException(
                    written == null
                            ? "has neither an end nor a duration"
                            : "%s: '%s' is not a duration".formatted(CsvColumn.DURATION.heading(), written));
        }
        Instant begun = instant(start, offsets(start).get(0));
        return new Instant[] {begun, begun.plus(duration)};
    }

    private int grain(String startTime, String endTime, List<String> fields) {
        boolean seconds = CsvTime.hasSeconds(startTime)
                && (endTime == null
                        ? CsvTime.duration(heading.cell(fields, CsvColumn.DURATION)) != null
                        : CsvTime.hasSeconds(endTime));
        return seconds ? ReportedEntry.SECOND : ReportedEntry.MINUTE;
    }

    /**
     * The file names no time zone: times are the business's own. In the hour that comes twice in autumn the duration says
     * which of the two was meant, and without its help the first is taken; the hour that is missing in spring is no time.
     */
    private Instant[] span(LocalDateTime start, LocalDateTime end, Duration duration) {
        Instant[] first = null;
        for (ZoneOffset startOffset : offsets(start)) {
            for (ZoneOffset endOffset : offsets(end)) {
                Instant[] span = {instant(start, startOffset), instant(end, endOffset)};
                boolean fits =
                        duration != null && Duration.between(span[0], span[1]).equals(duration);
                if (fits) {
                    return span;
                }
                if (first == null && !span[1].isBefore(span[0])) {
                    first = span;
                }
            }
        }
        return first != null
                ? first
                : new Instant[] {
                    instant(start, offsets(start).get(0)),
                    instant(end, offsets(end).get(0))
                };
    }

    private List<ZoneOffset> offsets(LocalDateTime local) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
            throw new DateTimeException("'%s' does not exist in %s: the clocks went forward".formatted(local, zone));
        }
        return offsets;
    }

    private static Instant instant(LocalDateTime local, ZoneOffset offset) {
        return local.toInstant(offset);
    }

    private EntryDetails details(List<String> fields) {
        String billable = heading.cell(fields, CsvColumn.BILLABLE);
        return new EntryDetails(
                heading.cell(fields, CsvColumn.USER),
                heading.cell(fields, CsvColumn.EMAIL),
                heading.cell(fields, CsvColumn.CLIENT),
                heading.cell(fields, CsvColumn.PROJECT),
                heading.cell(fields, CsvColumn.TASK),
                heading.cell(fields, CsvColumn.TAGS),
                heading.cell(fields, CsvColumn.DESCRIPTION),
                billable == null || !NO.contains(billable.strip().toLowerCase(Locale.ROOT)));
    }
}
