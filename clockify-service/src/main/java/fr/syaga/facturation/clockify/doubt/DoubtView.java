package fr.syaga.facturation.clockify.doubt;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Doubtful time as it is shown.
 *
 * @param kind TOO_LONG or OVERLAP
 * @param entry the one that began first
 * @param other the entry of the same person that overlaps it; null for TOO_LONG
 * @param hours that cannot be: those over the longest entry, or those that both last
 * @param message one sentence for a person
 */
public record DoubtView(Doubt.Kind kind, Time entry, Time other, BigDecimal hours, String message) {

    /**
     * One of the entries.
     *
     * @param customerCode null for time of nobody, and for INTERNE
     */
    public record Time(
            UUID entryId,
            String clockifyId,
            String customerCode,
            Category category,
            String userName,
            LocalDate day,
            BigDecimal hours,
            String description) {

        private static Time of(TimeEntry entry) {
            return new Time(
                    entry.id(),
                    entry.clockifyId(),
                    entry.customerCode(),
                    entry.category(),
                    entry.details().person(),
                    entry.day(),
                    Hours.of(entry.seconds()),
                    entry.details().description());
        }

        private String words() {
            return "%s h on %s (%s)".formatted(hours, day, description == null ? "no description" : description);
        }
    }

    static DoubtView of(Doubt doubt, long longestSeconds) {
        Time entry = Time.of(doubt.entry());
        if (doubt.kind() == Doubt.Kind.TOO_LONG) {
            BigDecimal over = Hours.of(doubt.entry().seconds() - longestSeconds);
            String message = "%s: %s is longer than an entry can be (%s h)."
                    .formatted(entry.userName(), entry.words(), Hours.of(longestSeconds));
            return new DoubtView(doubt.kind(), entry, null, over, message);
        }
        Time other = Time.of(doubt.other());
        BigDecimal both = Hours.of(doubt.entry().span().overlap(doubt.other().span()));
        String message =
                "%s: %s and %s overlap by %s h.".formatted(entry.userName(), entry.words(), other.words(), both);
        return new DoubtView(doubt.kind(), entry, other, both, message);
    }
}
