package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.DetailedReport;
import fr.syaga.facturation.edge.BusinessDate;

/**
 * Reads the last four weeks every quarter of an hour, and after an outage what lies before them. It is silent while the business date is
 * fixed or Clockify is not configured; a run that breaks off is made up for by the next.
 */
@ApplicationScoped
class SyncTimer {

    private static final Logger LOG = Logger.getLogger(SyncTimer.class);
    private static final int BESIDE_REPORTS = 3;

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
        SyncRequest.Days days = next(businessDate.today());
        try {
            sync.run(days.from(), days.to(), Instant.now());
        } catch (SyncBroken e) {
            LOG.infof("The next run reads what this one could not: %s", e.getMessage());
        }
    }

    /**
     * The last four weeks; after a longer outage every other time the days that follow the last one that was read without a hole,
     * as many as one run can read. So today is never far behind, and no hole is too long to be closed.
     */
    SyncRequest.Days next(LocalDate today) {
        LocalDate rolling = SyncRequest.rollingFrom(today);
        return QuarkusTransaction.requiringNew().call(() -> {
            Optional<LocalDate> hole =
                    runs.readUpTo().map(day -> day.minusDays(1)).filter(day -> day.isBefore(rolling));
            boolean isItsTurn =
                    runs.last().filter(run -> run.rangeTo().equals(today)).isPresent();
            return hole.filter(from -> isItsTurn)
                    .map(from -> new SyncRequest.Days(from, earlier(today, from.plusDays(daysOfARun() - 1L))))
                    .orElse(new SyncRequest.Days(rolling, today));
        });
    }

    /** What is left of a run's requests once running timers, a name and a deletion were asked for. */
    private int daysOfARun() {
        return Math.max(1, config.requestsPerRun() - BESIDE_REPORTS) * DetailedReport.MAX_DAYS;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
