package fr.syaga.facturation.clockify.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** What is wrong with an entry at a moment, the worst first. */
record EntryCheck(Instant now, LocalDate today, MonitoringConfig config) {

    /** Nothing when all is well. */
    Optional<Reminder> of(TimeEntry entry) {
        if (entry.isRunning() && isForgotten(entry)) {
            return reminder(
                    Reminder.Kind.TIMER_FORGOTTEN,
                    entry,
                    "Le chronomètre tourne depuis %d h : oublié ?"
                            .formatted(running(entry).toHours()));
        }
        if (entry.isRunning() && isLongAndUnclear(entry)) {
            return reminder(
                    Reminder.Kind.TIMER_WITHOUT_DESCRIPTION,
                    entry,
                    "Plus de %d h sans description claire."
                            .formatted(config.longTimer().toHours()));
        }
        if (entry.details().projectName() == null && entry.choice().isEmpty()) {
            return reminder(
                    Reminder.Kind.NO_PROJECT,
                    entry,
                    "Entrée sans projet : personne à facturer tant qu'un client n'est pas choisi.");
        }
        return Optional.empty();
    }

    private boolean isForgotten(TimeEntry entry) {
        return running(entry).compareTo(config.forgottenTimer()) > 0
                || entry.day().isBefore(today);
    }

    private boolean isLongAndUnclear(TimeEntry entry) {
        String description = entry.details().description();
        boolean unclear = description == null || description.strip().length() < config.shortDescription();
        return unclear && running(entry).compareTo(config.longTimer()) > 0;
    }

    private Duration running(TimeEntry entry) {
        return Duration.between(entry.startedAt(), now);
    }

    private static Optional<Reminder> reminder(Reminder.Kind kind, TimeEntry entry, String message) {
        return Optional.of(Reminder.ofEntry(kind, entry.id(), entry.details().userName(), entry.day(), message));
    }
}
