package fr.syaga.facturation.clockify.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** Who is at work these days and runs no timer now. */
record IdleCheck(Instant now, ZoneId zone, Duration idleAfter) {

    private static final Comparator<TimeEntry> LATEST =
            Comparator.comparing(TimeEntry::endedAt, Comparator.nullsLast(Comparator.naturalOrder()));

    /** @param recent the entries of the last days; who has none among them is away */
    List<Reminder> of(List<TimeEntry> recent) {
        Map<String, List<TimeEntry>> byPerson = new TreeMap<>();
        recent.stream()
                .filter(entry ->
                        entry.details().userName() != null && !entry.startedAt().isAfter(now))
                .forEach(entry -> byPerson.computeIfAbsent(entry.details().userName(), any -> new ArrayList<>())
                        .add(entry));
        List<Reminder> idle = new ArrayList<>();
        byPerson.forEach((person, entries) -> {
            TimeEntry last = entries.stream().max(LATEST).orElseThrow();
            if (!last.isRunning() && Duration.between(last.endedAt(), now).compareTo(idleAfter) > 0) {
                idle.add(reminder(person, last.endedAt()));
            }
        });
        return idle;
    }

    /** One for each gap: its subject is the moment since which no timer runs. */
    private Reminder reminder(String person, Instant since) {
        return Reminder.ofPerson(
                Reminder.Kind.NO_TIMER,
                person + ":" + since,
                person,
                now.atZone(zone).toLocalDate(),
                "Aucun chronomètre ne tourne pour %s pendant les heures de travail.".formatted(person));
    }
}
