package fr.syaga.facturation.clockify.timer;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.doubt.Doubts;
import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.workday.BusinessClock;

/** Starts and stops the timer in Clockify of the person whose key it is. */
@Path("/api/v1")
@Tag(name = "Monitoring")
class TimerResource {

    private final OwnTimer timer;
    private final TimeEntries entries;
    private final HourlyRates rates;
    private final BusinessClock clock;
    private final Doubts doubts;

    TimerResource(OwnTimer timer, TimeEntries entries, HourlyRates rates, BusinessClock clock, Doubts doubts) {
        this.timer = timer;
        this.entries = entries;
        this.rates = rates;
        this.clock = clock;
        this.doubts = doubts;
    }

    @POST
    @Path("/monitoring/start")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed("operator")
    @Operation(summary = "Starts a timer in Clockify; the same again is the timer that runs")
    public Response start(@Valid TimerStart wanted) {
        OwnTimer.Started started =
                timer.start(wanted == null ? new TimerStart(null, null, null, null) : wanted, clock.now());
        return Response.status(started.isNew() ? Status.CREATED : Status.OK)
                .entity(view(started.clockifyId()))
                .build();
    }

    @POST
    @Path("/monitoring/stop")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed("operator")
    @Operation(summary = "Stops the timer that runs")
    public StoppedTimer stop() {
        String clockifyId = timer.stop(clock.now());
        return new StoppedTimer(view(clockifyId), doubts.sentences(clockifyId));
    }

    /** @param warnings why the time cannot be, a sentence each; empty where nothing is wrong */
    record StoppedTimer(@JsonUnwrapped TimeEntryView entry, List<String> warnings) {}

    private TimeEntryView view(String clockifyId) {
        return QuarkusTransaction.requiringNew()
                .call(() -> TimeEntryView.of(entries.byClockifyId(clockifyId).orElseThrow(), rates.prices()));
    }
}
