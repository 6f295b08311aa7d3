package fr.syaga.facturation.clockify.csv;

import java.time.Duration;
import java.util.List;

import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/**
 * The durations that a file writes beside those from start to end. They part when the export rounds, or when somebody changed
 * one and not the other; time is billed from start to end, and the difference is a warning.
 */
final class MeasuredTime {

    /** What a clock without seconds and a decimal of two digits lose. */
    private static final Duration ROUNDING = Duration.ofMinutes(1);

    private final CsvHeading heading;
    private int rows;
    private String first;

    MeasuredTime(CsvHeading heading) {
        this.heading = heading;
    }

    void compare(long line, ReportedEntry reported, List<String> fields) {
        Duration written = CsvTime.duration(heading, fields);
        Duration measured = Duration.between(reported.start(), reported.end());
        if (written == null || written.minus(measured).abs().compareTo(ROUNDING) <= 0) {
            return;
        }
        if (++rows == 1) {
            first = "line %d says %s, its times say %s"
                    .formatted(line, CsvTime.clock(written.toSeconds()), CsvTime.clock(measured.toSeconds()));
        }
    }

    List<String> warnings() {
        return rows == 0
                ? List.of()
                : List.of(
                        "Rows whose duration is not the time from start to end: %d (first %s); the times were taken. An export without rounding has both alike."
                                .formatted(rows, first));
    }
}
