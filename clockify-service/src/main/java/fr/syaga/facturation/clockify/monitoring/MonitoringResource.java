package fr.syaga.facturation.clockify.monitoring;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.timesheet.HourlyRate;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Page;

/** What goes on now and what should be put right. */
@Path("/api/v1")
@Tag(name = "Monitoring")
class MonitoringResource {

    private static final int REMINDER_DAYS = 31;

    private final TimeEntries entries;
    private final HourlyRate rate;
    private final MonitoringConfig config;
    private final BusinessDate businessDate;

    MonitoringResource(TimeEntries entries, HourlyRate rate, MonitoringConfig config, BusinessDate businessDate) {
        this.entries = entries;
        this.rate = rate;
        this.config = config;
        this.businessDate = businessDate;
    }

    @GET
    @Path("/monitoring")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Running timers, the day's and the month's hours and euros")
    public MonitoringView now() {
        LocalDate today = businessDate.today();
        Instant now = moment(today);
        return new MonitoringView(
                today,
                now,
                entries.running().stream()
                        .map(entry -> MonitoringView.Timer.of(entry, now))
                        .toList(),
                Figures.of(entries.between(today, today), rate.euros()),
                Figures.of(entries.between(today.withDayOfMonth(1), today), rate.euros()),
                config.billableGoal());
    }

    @GET
    @Path("/reminders")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Forgotten and undescribed timers, entries without a project")
    public Page<Reminder> reminders() {
        LocalDate today = businessDate.today();
        Instant now = moment(today);
        List<TimeEntry> recent = entries.between(today.minusDays(REMINDER_DAYS), today);
        Stream<TimeEntry> older = entries.running().stream().filter(timer -> !recent.contains(timer));
        return new Page<>(
                Stream.concat(older, recent.stream())
                        .flatMap(entry -> Reminder.of(entry, now, today, config).stream())
                        .toList(),
                null);
    }

    /** A fixed day is looked at from the end of its working hours. */
    private Instant moment(LocalDate today) {
        return businessDate.isFixed()
                ? today.atTime(config.workTo()).atZone(businessDate.zone()).toInstant()
                : Instant.now();
    }
}
