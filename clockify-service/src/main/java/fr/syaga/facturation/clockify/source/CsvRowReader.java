package fr.syaga.facturation.clockify.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import fr.syaga.facturation.clockify.timesheet.Told;
import fr.syaga.facturation.clockify.timesheet.Work;

/** Makes an entry of a row, or says with a {@link DateTimeException} why it cannot be one. */
final class CsvRowReader {

    private static final Set<String> NO = Set.of("no", "non", "false");

    private final CsvHeading heading;
    private final DateShape shape;
    private final ZoneId zone;

    CsvRowReader(CsvHeading heading, DateShape shape, ZoneId zone) {
        this.heading = heading;
        this.shape = shape;
        this.zone = zone;
    }

    Told read(List<String> fields) {
        String startTime = required(fields, CsvColumn.START_TIME, "has no start time");
        LocalDateTime start = shape.parse(required(fields, CsvColumn.START_DATE, "has no start date"))
                .atTime(CsvTime.time(startTime));
        Duration duration = duration(fields);
        String endTime = heading.cell(fields, CsvColumn.END_TIME);
        String endDate = heading.cell(fields, CsvColumn.END_DATE);
        if (endTime == null || endDate == null) {
            if (duration == null) {
                throw new DateTimeException("has neither an end nor a duration");
            }
            Instant begun = instant(
                    start,
                    zone.getRules().getValidOffsets(start).stream().findFirst().orElse(null));
            return Told.byRow(work(fields), begun, begun.plus(duration), grain(startTime, null, fields));
        }
        LocalDateTime end = shape.parse(endDate).atTime(CsvTime.time(endTime));
        Instant[] span = span(start, end, duration);
        if (span[1].isBefore(span[0])) {
            throw new DateTimeException("ends before it starts");
        }
        return Told.byRow(work(fields), span[0], span[1], grain(startTime, endTime, fields));
    }

    private String required(List<String> fields, CsvColumn column, String otherwise) {
        String cell = heading.cell(fields, column);
        if (cell == null) {
            throw new DateTimeException(otherwise);
        }
        return cell;
    }

    private Duration duration(List<String> fields) {
        Duration exact = CsvTime.duration(heading.cell(fields, CsvColumn.DURATION));
        return exact != null ? exact : CsvTime.decimalHours(heading.cell(fields, CsvColumn.DURATION_DECIMAL));
    }

    private int grain(String startTime, String endTime, List<String> fields) {
        boolean seconds = CsvTime.hasSeconds(startTime)
                && (endTime == null
                        ? CsvTime.duration(heading.cell(fields, CsvColumn.DURATION)) != null
                        : CsvTime.hasSeconds(endTime));
        return seconds ? Told.SECOND : Told.MINUTE;
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

    private Instant instant(LocalDateTime local, ZoneOffset offset) {
        if (offset == null) {
            throw new DateTimeException("'%s' does not exist in %s: the clocks went forward".formatted(local, zone));
        }
        return local.toInstant(offset);
    }

    private Work work(List<String> fields) {
        String billable = heading.cell(fields, CsvColumn.BILLABLE);
        return new Work(
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
