package fr.syaga.facturation.clockify.source;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.BusinessDate;

/**
 * Reads the last four weeks every quarter of an hour, or further back after an outage. It is silent while the business date is
 * fixed or Clockify is not configured; a run that breaks off is made up for by the next.
 */
@ApplicationScoped
class SyncTimer {

    private static final Logger LOG = Logger.getLogger(SyncTimer.class);

    private final ClockifySync sync;
    private final ClockifyConfig config;
    private final SyncRuns runs;
    private final BusinessDate businessDate;

    SyncTimer(ClockifySync sync, ClockifyConfig config, SyncRuns runs, BusinessDate businessDate) {
        this.sync = sync;
        this.config = config;
        this.runs = runs;
        this.businessDate = businessDate;
    }

    @Scheduled(
            identity = "clockify-sync",
            every = "${clockify.sync-every}",
            delayed = "30s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        if (businessDate.isFixed() || !config.isConfigured()) {
            return;
        }
        LocalDate today = businessDate.today();
        try {
            sync.run(from(today), today, Instant.now());
        } catch (SyncBroken e) {
            LOG.infof("The next run reads what this one could not: %s", e.getMessage());
        }
    }

    /** Four weeks back, and after a longer outage from the day before the last one that was read. */
    LocalDate from(LocalDate today) {
        LocalDate rolling = today.minusDays(SyncRequest.ROLLING_DAYS);
        return QuarkusTransaction.requiringNew()
                .call(() -> runs.readUpTo()
                        .map(day -> day.minusDays(1))
                        .filter(day -> day.isBefore(rolling))
                        .orElse(rolling));
    }
}
