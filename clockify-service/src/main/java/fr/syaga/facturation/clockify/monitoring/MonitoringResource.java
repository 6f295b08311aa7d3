package fr.syaga.facturation.clockify.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.reminder.Coaching;
import fr.syaga.facturation.clockify.reminder.Reminders;
import fr.syaga.facturation.clockify.report.Figures;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.workday.BusinessClock;
import fr.syaga.facturation.edge.BusinessDate;

/** What goes on now. */
@Path("/api/v1")
@Tag(name = "Monitoring")
class MonitoringResource {

    private final TimeEntries entries;
    private final HourlyRates rates;
    private final Reminders reminders;
    private final BusinessClock clock;
    private final BusinessDate businessDate;
    private final Duration streamEvery;

    MonitoringResource(
            TimeEntries entries,
            HourlyRates rates,
            Reminders reminders,
            BusinessClock clock,
            BusinessDate businessDate,
            @ConfigProperty(name = "facturation.stream-every") Duration streamEvery) {
        this.entries = entries;
        this.rates = rates;
        this.reminders = reminders;
        this.clock = clock;
        this.businessDate = businessDate;
        this.streamEvery = streamEvery;
    }

    @GET
    @Path("/monitoring")
    @RolesAllowed("reader")
    @Operation(summary = "Running timers, the day's and the month's hours and euros, coaching")
    public MonitoringView now() {
        return QuarkusTransaction.requiringNew().call(this::view);
    }

    @GET
    @Path("/monitoring/stream")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    @RolesAllowed("reader")
    @Operation(summary = "The same live, as server-sent events: at once, then every few seconds")
    public Multi<MonitoringView> stream() {
        // A slow reader misses a picture and gets the next; each is read from the database, whichever instance changed
        // it.
        return Multi.createFrom()
                .ticks()
                .every(streamEvery)
                .onOverflow()
                .drop()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(tick -> now());
    }

    private MonitoringView view() {
        LocalDate today = businessDate.today();
        Instant now = clock.now();
        PriceList prices = rates.prices();
        Coaching coaching = reminders.coaching(today);
        Figures day = Figures.of(entries.between(today, today), prices);
        return new MonitoringView(
                today,
                now,
                entries.running().stream()
                        .map(entry -> MonitoringView.Timer.of(entry, now))
                        .toList(),
                day,
                Figures.of(entries.between(today.withDayOfMonth(1), today), prices),
                coaching.billableGoal(),
                coaching);
    }
}
