package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.api.ClockifyClient;
import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;
import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.doubt.Doubts;
import fr.syaga.facturation.edge.BusinessDate;

/**
 * Pulls the entries of some days from Clockify and stores what the run came to. A run that breaks off keeps what it read and
 * forgets nothing that was known.
 */
@ApplicationScoped
class ClockifySync {

    private static final Logger LOG = Logger.getLogger(ClockifySync.class);

    private final ClockifyConfig config;
    private final ClockifyClient client;
    private final SyncReading reading;
    private final SyncRuns runs;
    private final Categorisation categorisation;
    private final Doubts doubts;
    private final BusinessDate businessDate;

    ClockifySync(
            ClockifyConfig config,
            ClockifyClient client,
            SyncReading reading,
            SyncRuns runs,
            Categorisation categorisation,
            Doubts doubts,
            BusinessDate businessDate) {
        this.config = config;
        this.client = client;
        this.reading = reading;
        this.runs = runs;
        this.categorisation = categorisation;
        this.doubts = doubts;
        this.businessDate = businessDate;
    }

    /**
     * Reads the entries that start on these days, both included.
     *
     * @throws SyncBroken when Clockify cannot be read now, with what was and was not read
     */
    SyncReport run(LocalDate from, LocalDate to, Instant now) {
        config.requireConfigured();
        SyncProgress progress = new SyncProgress(from, to, now);
        ClockifySession session = new ClockifySession(client, config.requestsPerRun());
        try {
            reading.read(progress, session);
        } catch (ClockifyUnreadable e) {
            progress.requests(session.used());
            store(progress, e.getMessage());
            LOG.warnf("Sync of %s to %s broke off after %d requests: %s", from, to, session.used(), e.getMessage());
            throw new SyncBroken(progress, e);
        }
        progress.requests(session.used());
        SyncRun run = store(progress, null);
        List<String> warnings = doubts.sentences(startOf(from), startOf(to.plusDays(1)));
        LOG.infof(
                "Synced %s to %s: %d read, %d created, %d updated, %d deleted, %d requests, %d warnings",
                from,
                to,
                progress.read(),
                progress.counts().created(),
                progress.counts().updated(),
                progress.deleted(),
                session.used(),
                warnings.size());
        return SyncReport.of(run.id(), progress, client.quotaLeft(now), warnings, categorisation.contractsAsOf());
    }

    private SyncRun store(SyncProgress progress, String problem) {
        return QuarkusTransaction.requiringNew().call(() -> {
            LocalDate rolling = SyncRequest.rollingFrom(businessDate.today());
            LocalDate readUpTo = progress.readUpTo(runs.readUpTo().orElse(null), rolling);
            SyncRun run = new SyncRun(progress, readUpTo, Instant.now(), problem);
            runs.persist(run);
            return run;
        });
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(businessDate.zone()).toInstant();
    }
}
