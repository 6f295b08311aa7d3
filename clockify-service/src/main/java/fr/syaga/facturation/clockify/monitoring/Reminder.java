package fr.syaga.facturation.clockify.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Something to put right while it is still remembered.
 *
 * @param message a sentence in French for the person it is for
 */
record Reminder(Kind kind, UUID entryId, String userName, LocalDate day, String message) {

    /** What is wrong. */
    enum Kind {
        TIMER_FORGOTTEN,
        TIMER_WITHOUT_DESCRIPTION,
        NO_PROJECT
    }

    /** What is wrong with an entry, the worst first; nothing when all is well. */
    static Optional<Reminder> of(TimeEntry entry, Instant now, LocalDate today, MonitoringConfig config) {
        if (entry.isRunning()) {
            Duration running = Duration.between(entry.startedAt(), now);
            if (running.compareTo(config.forgottenTimer()) > 0 || entry.day().isBefore(today)) {
                return Optional.of(reminder(
                        Kind.TIMER_FORGOTTEN,
                        entry,
                        "Le chronomètre tourne depuis %d h : oublié ?".formatted(running.toHours())));
            }
            String description = entry.work().description();
            boolean unclear = description == null || description.strip().length() < config.shortDescription();
            if (running.compareTo(config.longTimer()) > 0 && unclear) {
                return Optional.of(reminder(
                        Kind.TIMER_WITHOUT_DESCRIPTION,
                        entry,
                        "Plus de %d h sans description claire."
                                .formatted(config.longTimer().toHours())));
            }
        }
        if (entry.work().projectName() == null && entry.choice().isEmpty()) {
            return Optional.of(reminder(
                    Kind.NO_PROJECT,
                    entry,
                    "Entrée sans projet : personne à facturer tant qu'un client n'est pas choisi."));
        }
        return Optional.empty();
    }

    private static Reminder reminder(Kind kind, TimeEntry entry, String message) {
        return new Reminder(kind, entry.id(), entry.work().userName(), entry.day(), message);
    }
}
