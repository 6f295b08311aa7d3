package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.RequestBudget;
import fr.syaga.facturation.clockify.webhook.Rereads;
import fr.syaga.facturation.edge.BusinessDate;

/** Pulls from Clockify now, as the timer does every quarter of an hour, and shows the budget of requests. */
@Path("/api/v1/sync")
@Tag(name = "Sync")
class SyncResource {

    private final ClockifySync sync;
    private final ClockifyConfig config;
    private final RequestBudget budget;
    private final SyncRuns runs;
    private final Rereads rereads;
    private final BusinessDate businessDate;

    SyncResource(
            ClockifySync sync,
            ClockifyConfig config,
            RequestBudget budget,
            SyncRuns runs,
            Rereads rereads,
            BusinessDate businessDate) {
        this.sync = sync;
        this.config = config;
        this.budget = budget;
        this.runs = runs;
        this.rereads = rereads;
        this.businessDate = businessDate;
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed("operator")
    public SyncReport run(SyncRequest request) {
        SyncRequest.Days days = SyncRequest.days(request, businessDate.today());
        return sync.run(days.from(), days.to(), Instant.now());
    }

    @GET
    @RolesAllowed("reader")
    public SyncStatus status() {
        Instant now = Instant.now();
        int left = budget.left(now);
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<SyncRun> last = runs.last();
            return new SyncStatus(
                    config.isConfigured(),
                    config.hourlyQuota(),
                    left,
                    (int) rereads.count(),
                    runs.readUpTo().orElse(null),
                    last.map(SyncRun::startedAt).orElse(null),
                    last.map(SyncRun::problem).orElse(null));
        });
    }
}
