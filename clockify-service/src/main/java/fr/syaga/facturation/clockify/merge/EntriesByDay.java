package fr.syaga.facturation.clockify.merge;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** Entries by the days of the business's zone that they last into: what shares an instant or a day with another is found there. */
final class EntriesByDay {

    private final ZoneId zone;
    private final Map<LocalDate, Set<TimeEntry>> byDay = new HashMap<>();

    EntriesByDay(ZoneId zone) {
        this.zone = zone;
    }

    /** With the times that it has now; they do not change before it is removed. */
    void put(TimeEntry entry) {
        days(entry)
                .forEach(day ->
                        byDay.computeIfAbsent(day, any -> new LinkedHashSet<>()).add(entry));
    }

    void remove(TimeEntry entry) {
        days(entry).map(byDay::get).filter(Objects::nonNull).forEach(there -> there.remove(entry));
    }

    /** The entries of all people on the days of this one, each once. */
    Stream<TimeEntry> near(TimeEntry entry) {
        return days(entry)
                .flatMap(day -> byDay.getOrDefault(day, Set.of()).stream())
                .distinct();
    }

    private Stream<LocalDate> days(TimeEntry entry) {
        LocalDate last = entry.isRunning() ? entry.day() : LocalDate.ofInstant(entry.endedAt(), zone);
        return entry.day().datesUntil(last.plusDays(1));
    }
}
