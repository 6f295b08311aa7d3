package fr.syaga.facturation.clockify.sync;

import java.time.Duration;
import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.RequestBudget;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureSource;

/** Whether time still comes in from Clockify, and how many questions may still be asked this hour. */
@ApplicationScoped
class SyncFigures implements FigureSource {

    private final SyncRuns runs;
    private final RequestBudget budget;
    private final ClockifyConfig config;
    private final BusinessDate businessDate;
    private final Instant startedAt = Instant.now();
    private final Figure silence;
    private final Figure quotaLeft;

    SyncFigures(
            SyncRuns runs,
            RequestBudget budget,
            ClockifyConfig config,
            BusinessDate businessDate,
            MeterRegistry registry) {
        this.runs = runs;
        this.budget = budget;
        this.config = config;
        this.businessDate = businessDate;
        this.silence = Figure.of(
                registry,
                "facturation.clockify.silence.seconds",
                "Seconds since Clockify was last read whole, or since the start when it never was; 0 while nothing syncs by itself");
        this.quotaLeft = Figure.of(
                registry,
                "facturation.clockify.quota.left",
                "Requests to Clockify that are left of this rolling hour, shared by all replicas");
    }

    @Override
    public void look() {
        Instant now = Instant.now();
        quotaLeft.set(budget.left(now));
        silence.set(syncsByItself() ? silence(now).toSeconds() : 0);
    }

    private boolean syncsByItself() {
        return config.isConfigured() && !businessDate.isFixed();
    }

    private Duration silence(Instant now) {
        Instant last = QuarkusTransaction.requiringNew()
                .call(() -> runs.find("complete = true order by startedAt desc, id")
                        .firstResultOptional()
                        .map(SyncRun::finishedAt)
                        .orElse(startedAt));
        return Duration.between(last, now);
    }
}
