package fr.syaga.facturation.clockify.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.clockify.reminder.Coaching;
import fr.syaga.facturation.clockify.report.Figures;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Now: who runs which timer since when, and the day and the month so far.
 *
 * @param asOf the moment that is meant; with a fixed business date the end of its working day
 * @param billableGoal percent that should be billable
 */
record MonitoringView(
        LocalDate date,
        Instant asOf,
        List<Timer> running,
        Figures today,
        Figures month,
        int billableGoal,
        Coaching coaching) {

    /** A running timer. */
    record Timer(
            UUID entryId,
            String userName,
            String clientName,
            String projectName,
            String description,
            Instant since,
            long seconds) {

        static Timer of(TimeEntry entry, Instant now) {
            return new Timer(
                    entry.id(),
                    entry.details().userName(),
                    entry.details().clientName(),
                    entry.details().projectName(),
                    entry.details().description(),
                    entry.startedAt(),
                    Math.max(0, Duration.between(entry.startedAt(), now).toSeconds()));
        }
    }
}
