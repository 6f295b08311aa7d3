package fr.syaga.facturation.clockify.merge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** The rows of one file so far: equal ones are counted, and two rows of one file are never the same entry. */
public final class FileRows {

    private final Map<String, Integer> occurrences = new HashMap<>();
    private final Set<UUID> taken = new HashSet<>();
    private final Set<UUID> inConflict = new LinkedHashSet<>();
    private Instant from;
    private Instant until;

    private final Predicate<LocalDate> leftOut;

    public FileRows() {
        this(day -> false);
    }

    /** @param leftOut days of which nothing new is stored, because Clockify was read for them */
    public FileRows(Predicate<LocalDate> leftOut) {
        this.leftOut = leftOut;
    }

    boolean leavesOut(LocalDate day) {
        return leftOut.test(day);
    }

    CsvSighting.Row next(ReportedEntry reported) {
        String key = reported.rowKey();
        return new CsvSighting.Row(key, occurrences.merge(key, 1, Integer::sum));
    }

    boolean isFree(TimeEntry entry) {
        return !taken.contains(entry.id());
    }

    void take(TimeEntry entry) {
        taken.add(entry.id());
        if (!entry.isRunning()) {
            from = from == null || entry.startedAt().isBefore(from) ? entry.startedAt() : from;
            until = until == null || entry.endedAt().isAfter(until) ? entry.endedAt() : until;
        }
        if (entry.isInConflict()) {
            inConflict.add(entry.id());
        }
    }

    /** No row means a finished entry. */
    public boolean isEmpty() {
        return from == null;
    }

    /** The first start of what the rows mean. */
    public Instant from() {
        return from;
    }

    /** The last end of it. */
    public Instant until() {
        return until;
    }

    /** A row means this entry. */
    public boolean means(UUID entryId) {
        return taken.contains(entryId);
    }

    /** The entries that these rows mean and that contradict Clockify, in the file's order. */
    public List<UUID> inConflict() {
        return List.copyOf(inConflict);
    }
}
