package fr.syaga.facturation.clockify.doubt;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.runtime.Startup;

import fr.syaga.facturation.clockify.merge.FileRows;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Finds time that cannot be: an entry longer than the longest one, and one person at two things at once. It is looked for
 * whenever somebody asks, so that a correction ends the doubt. A setting that makes no sense stops the start.
 */
@Startup
@ApplicationScoped
public class Doubts {

    /** The answer of an import names so many; a month's preview names all. */
    private static final int SHOWN = 100;

    private final TimeEntries entries;
    private final Slots slots;
    private final Duration longest;

    public Doubts(TimeEntries entries, Slots slots, TimeConfig config) {
        this.entries = entries;
        this.slots = slots;
        this.longest = config.longestEntry();
        if (longest.isZero() || longest.isNegative()) {
            throw new IllegalArgumentException(
                    "FACTURATION_TIME_LONGEST_ENTRY is %s; an entry lasts longer than nothing, such as 16h."
                            .formatted(longest));
        }
    }

    /** Those about one of these entries, in the order of time. */
    @Transactional
    public List<Doubt> about(Collection<TimeEntry> asked) {
        // Late time may be of years ago: each month is looked at alone.
        Map<YearMonth, List<TimeEntry>> byMonth = asked.stream()
                .filter(entry -> !entry.isRunning() && !entry.isDeleted() && !entry.isInConflict())
                .collect(
                        Collectors.groupingBy(entry -> YearMonth.from(entry.day()), TreeMap::new, Collectors.toList()));
        Set<Found> found = new LinkedHashSet<>();
        byMonth.values().forEach(month -> found.addAll(find(month)));
        return load(inTime(found));
    }

    private List<Found> find(List<TimeEntry> asked) {
        Set<UUID> ids = asked.stream().map(TimeEntry::id).collect(Collectors.toSet());
        Instant from =
                asked.stream().map(TimeEntry::startedAt).min(Instant::compareTo).orElseThrow();
        Instant until =
                asked.stream().map(TimeEntry::endedAt).max(Instant::compareTo).orElseThrow();
        return find(from, until, slot -> ids.contains(slot.id()));
    }

    public List<DoubtView> views(Collection<Doubt> doubts) {
        return doubts.stream()
                .map(doubt -> DoubtView.of(doubt, longest.toSeconds()))
                .toList();
    }

    /** What a file's rows mean and cannot be: a sentence each for the first hundred, and how many more there are. */
    @Transactional
    public List<String> sentences(FileRows file) {
        return file.isEmpty() ? List.of() : sentences(find(file.from(), file.until(), slot -> file.means(slot.id())));
    }

    /** The same for what started in the half-open span. */
    @Transactional
    public List<String> sentences(Instant from, Instant until) {
        Instant last = entries.lastEnd(from, until).filter(until::isBefore).orElse(until);
        return sentences(find(
                from, last, slot -> !slot.start().isBefore(from) && slot.start().isBefore(until)));
    }

    /** The same for one entry, which may run still. */
    @Transactional
    public List<String> sentences(String clockifyId) {
        return views(about(entries.byClockifyId(clockifyId).stream().toList())).stream()
                .map(DoubtView::message)
                .toList();
    }

    private List<String> sentences(Collection<Found> all) {
        List<Found> found = inTime(all);
        List<String> sentences = new ArrayList<>();
        views(load(found.subList(0, Math.min(SHOWN, found.size())))).forEach(view -> sentences.add(view.message()));
        if (found.size() > SHOWN) {
            sentences.add("%d more doubts are not named here; the preview of their month names them."
                    .formatted(found.size() - SHOWN));
        }
        return sentences;
    }

    private record Found(Doubt.Kind kind, Slot entry, Slot other) {

        private static final Comparator<Found> IN_TIME = Comparator.comparing(
                        (Found found) -> found.entry().start())
                .thenComparing(found -> found.entry().id())
                .thenComparing(found ->
                        found.other() == null ? Instant.MIN : found.other().start());

        private Stream<UUID> ids() {
            return Stream.of(entry, other == null ? entry : other).map(Slot::id);
        }
    }

    private List<Found> find(Instant from, Instant until, Predicate<Slot> asked) {
        List<Slot> within = slots.read(from, until);
        List<Found> found = new ArrayList<>();
        within.stream()
                .filter(slot -> asked.test(slot) && slot.isLongerThan(longest))
                .forEach(slot -> found.add(new Found(Doubt.Kind.TOO_LONG, slot, null)));
        Overlaps.in(within).stream()
                .filter(pair -> asked.test(pair.first()) || asked.test(pair.second()))
                .forEach(pair -> found.add(new Found(Doubt.Kind.OVERLAP, pair.first(), pair.second())));
        return found;
    }

    private static List<Found> inTime(Collection<Found> found) {
        return found.stream().sorted(Found.IN_TIME).toList();
    }

    private List<Doubt> load(List<Found> found) {
        Map<UUID, TimeEntry> byId =
                entries.mapOf(found.stream().flatMap(Found::ids).collect(Collectors.toSet()));
        return found.stream()
                .map(each -> new Doubt(
                        each.kind(),
                        byId.get(each.entry().id()),
                        each.other() == null ? null : byId.get(each.other().id())))
                .toList();
    }
}
