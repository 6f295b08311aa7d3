package fr.syaga.facturation.clockify.timesheet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import jakarta.persistence.Embeddable;

/**
 * When something was done, to the second or, from a file without seconds, to the minute.
 *
 * @param endedAt null while the timer runs
 * @param precisionSeconds 1 or 60
 * @param day of the start in the business's zone: it decides the month that an entry is billed in
 */
@Embeddable
public record Span(Instant startedAt, Instant endedAt, int precisionSeconds, LocalDate day) {

    static Span of(ReportedEntry reported, ZoneId zone) {
        return new Span(
                reported.start(),
                reported.end(),
                reported.precisionSeconds(),
                LocalDate.ofInstant(reported.start(), zone));
    }

    /** The times are the same, to the coarser precision of the two. The end of a running timer is not compared. */
    boolean matches(ReportedEntry reported) {
        int grain = Math.max(precisionSeconds, reported.precisionSeconds());
        return isSame(startedAt, reported.start(), grain)
                && (endedAt == null || reported.end() == null || isSame(endedAt, reported.end(), grain));
    }

    private static boolean isSame(Instant one, Instant other, int grain) {
        return Math.floorDiv(one.getEpochSecond(), grain) == Math.floorDiv(other.getEpochSecond(), grain);
    }

    /** Seconds that both last; 0 when they do not touch or one of them still runs. */
    public long overlap(Span other) {
        if (endedAt == null || other.endedAt == null) {
            return 0;
        }
        return overlap(startedAt, endedAt, other.startedAt, other.endedAt);
    }

    /** Seconds that two spans share. */
    public static long overlap(Instant start, Instant end, Instant otherStart, Instant otherEnd) {
        Instant from = start.isAfter(otherStart) ? start : otherStart;
        Instant to = end.isBefore(otherEnd) ? end : otherEnd;
        return Math.max(0, Duration.between(from, to).toSeconds());
    }

    /** Exact seconds from start to end; 0 while the timer runs. */
    long seconds() {
        return endedAt == null ? 0 : Duration.between(startedAt, endedAt).toSeconds();
    }
}
