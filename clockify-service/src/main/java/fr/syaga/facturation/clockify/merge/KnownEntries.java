package fr.syaga.facturation.clockify.merge;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * The stored entries around a batch, and how the next reported entry becomes part of them: by Clockify's id; otherwise as the entry
 * that a row without an id must mean; otherwise as a new one. Whatever the order, each entry exists once.
 */
final class KnownEntries {

    private static final Comparator<TimeEntry> STABLE =
            Comparator.comparing(TimeEntry::startedAt).thenComparing(TimeEntry::id);

    private final ZoneId zone;
    private final Map<UUID, TimeEntry> byId = new HashMap<>();
    private final Map<String, TimeEntry> byClockifyId = new HashMap<>();
    private final Map<Long, List<TimeEntry>> byMinute = new HashMap<>();
    private final EntriesByDay clockifys;
    private final Map<CsvSighting.Row, UUID> sightings = new HashMap<>();
    private final List<TimeEntry> created = new ArrayList<>();
    private final List<CsvSighting> sighted = new ArrayList<>();
    private final Set<TimeEntry> touched = new LinkedHashSet<>();

    KnownEntries(Collection<TimeEntry> entries, Collection<CsvSighting> sightings, ZoneId zone) {
        this.zone = zone;
        this.clockifys = new EntriesByDay(zone);
        entries.forEach(this::index);
        sightings.forEach(sighting -> this.sightings.put(sighting.row(), sighting.entryId()));
    }

    /** Takes in an entry of the API's. */
    Outcome upsert(ReportedEntry reported) {
        TimeEntry known = byClockifyId.get(reported.clockifyId());
        if (known == null) {
            known = best(reported, entry -> entry.clockifyId() == null).orElse(null);
        }
        if (known == null) {
            return create(new TimeEntry(reported, zone));
        }
        unindex(known);
        boolean changed = known.updateFromApi(reported, zone);
        index(known);
        return touched(known, changed);
    }

    Outcome upsert(ReportedEntry row, FileRows file) {
        return upsert(row, file.next(row), file);
    }

    /** Takes in a CSV row as the n-th of its kind in its file. */
    Outcome upsert(ReportedEntry row, CsvSighting.Row seen, FileRows file) {
        TimeEntry known = byId.get(sightings.get(seen));
        if (known == null || !file.isFree(known)) {
            known = best(row, file::isFree).orElse(null);
        }
        Outcome outcome;
        if (known == null) {
            TimeEntry stranger = new TimeEntry(row, zone);
            contradicted(stranger, file).ifPresent(stranger::conflictWith);
            if (!stranger.isInConflict() && file.leavesOut(stranger.day())) {
                return Outcome.NOT_STORED;
            }
            outcome = create(stranger);
            known = stranger;
        } else {
            unindex(known);
            boolean changed = known.completeFromRow(row, zone);
            index(known);
            outcome = touched(known, changed);
        }
        file.take(known);
        if (sightings.putIfAbsent(seen, known.id()) == null) {
            sighted.add(new CsvSighting(seen, known.id()));
        }
        return known.isInConflict() ? Outcome.IN_CONFLICT : outcome;
    }

    /**
     * The entry of Clockify's that a new row contradicts: of the same person, at the same time, or the same work moved within the
     * day. An entry that the file shows as well is left out: it was the same when the file was written.
     */
    private Optional<TimeEntry> contradicted(TimeEntry row, FileRows file) {
        return clockifys
                .near(row)
                .filter(entry -> !entry.isDeleted() && file.isFree(entry))
                .filter(entry -> row.overlaps(entry) || FileOnly.isEditOf(row, entry))
                .min(Comparator.<TimeEntry>comparingLong(entry -> -row.span().overlap(entry.span()))
                        .thenComparing(STABLE));
    }

    private Optional<TimeEntry> best(ReportedEntry reported, java.util.function.Predicate<TimeEntry> allowed) {
        Comparator<TimeEntry> closest = Comparator.comparing(entry -> !entry.hasTimesOf(reported));
        closest = closest.thenComparing(entry -> !entry.details().agreesInDetail(reported.details()));
        return byMinute.getOrDefault(minute(reported.start()), List.of()).stream()
                .filter(allowed)
                .filter(entry -> entry.matches(reported))
                .min(closest.thenComparing(STABLE));
    }

    private Outcome create(TimeEntry entry) {
        created.add(entry);
        touched.add(entry);
        index(entry);
        return Outcome.CREATED;
    }

    private Outcome touched(TimeEntry entry, boolean changed) {
        if (changed) {
            touched.add(entry);
        }
        return changed ? Outcome.UPDATED : Outcome.UNCHANGED;
    }

    private void index(TimeEntry entry) {
        byId.put(entry.id(), entry);
        if (entry.clockifyId() != null) {
            byClockifyId.put(entry.clockifyId(), entry);
            clockifys.put(entry);
        }
        byMinute.computeIfAbsent(minute(entry.startedAt()), any -> new ArrayList<>())
                .add(entry);
    }

    private void unindex(TimeEntry entry) {
        clockifys.remove(entry);
        byMinute.get(minute(entry.startedAt())).remove(entry);
    }

    private static long minute(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), ReportedEntry.MINUTE);
    }

    Collection<TimeEntry> all() {
        return byId.values();
    }

    List<TimeEntry> created() {
        return created;
    }

    List<CsvSighting> sighted() {
        return sighted;
    }

    /** Created or changed, each once. */
    Set<TimeEntry> touched() {
        return touched;
    }
}
