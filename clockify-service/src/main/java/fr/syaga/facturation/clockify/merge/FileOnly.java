package fr.syaga.facturation.clockify.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Entries that only a file reported, on days that Clockify was read whole: Clockify no longer has them as the file shows them. Each
 * is an older version of an entry of the same person: of one that overlaps it, or of the same work moved within the day. An entry
 * that resembles nothing stays, for a person to look at: time is never dropped on suspicion.
 */
final class FileOnly {

    private static final int HALF = 2;

    private final List<TimeEntry> known = new ArrayList<>();
    private final List<TimeEntry> orphans = new ArrayList<>();

    /** @param near all entries of those days and of a day on each side */
    FileOnly(Collection<TimeEntry> near) {
        near.forEach(entry -> (entry.clockifyId() == null ? orphans : known).add(entry));
    }

    /** Those that start in the half-open span, which was read whole. */
    List<TimeEntry> orphans(Instant from, Instant until) {
        return orphans.stream()
                .filter(entry ->
                        !entry.startedAt().isBefore(from) && entry.startedAt().isBefore(until))
                .sorted(Comparator.comparing(TimeEntry::startedAt).thenComparing(TimeEntry::id))
                .toList();
    }

    /** The entry in Clockify that became of it, the likeliest first: longest overlap, then nearest start. */
    Optional<TimeEntry> meantBy(TimeEntry orphan) {
        Comparator<TimeEntry> overlap =
                Comparator.comparing(entry -> -orphan.span().overlap(entry.span()));
        Comparator<TimeEntry> distance = Comparator.comparing(entry ->
                Math.abs(entry.startedAt().getEpochSecond() - orphan.startedAt().getEpochSecond()));
        return known.stream()
                .filter(entry -> isEditOf(orphan, entry))
                .min(overlap.thenComparing(distance).thenComparing(TimeEntry::clockifyId));
    }

    /** Whether what a file shows may be what Clockify's entry was before somebody edited it. */
    static boolean isEditOf(TimeEntry orphan, TimeEntry entry) {
        if (!orphan.details().isSameUser(entry.details())) {
            return false;
        }
        long both = orphan.span().overlap(entry.span());
        boolean mostly = both > 0 && both * HALF >= Math.min(orphan.seconds(), entry.seconds());
        boolean alike = both > 0 && orphan.details().resembles(entry.details());
        boolean moved = orphan.day().equals(entry.day()) && orphan.details().isSameAs(entry.details());
        return mostly || alike || moved;
    }

    /** {@code orphan} took the place of {@code entry}. */
    void replaced(TimeEntry entry, TimeEntry orphan) {
        known.remove(entry);
        known.add(orphan);
    }
}
