package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.clockify.api.ClockifyClient;
import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.ClockifyJson;
import fr.syaga.facturation.clockify.api.ClockifyNames;
import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.ClockifyUnreadable;
import fr.syaga.facturation.clockify.api.DetailedReport;
import fr.syaga.facturation.clockify.api.RequestBudget;
import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.doubt.Doubts;
import fr.syaga.facturation.clockify.mapping.ReportedNames;
import fr.syaga.facturation.clockify.merge.EntryMerge;
import fr.syaga.facturation.clockify.merge.MergeCounts;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.webhook.Rereads;
import fr.syaga.facturation.edge.BusinessDate;

/**
 * Pulls the entries of some days from Clockify: the running timers, then one detailed report after another, each merged once
 * it was read whole. A run that breaks off keeps what it read and forgets nothing that was known.
 */
@ApplicationScoped
class ClockifySync {

    private static final Logger LOG = Logger.getLogger(ClockifySync.class);

    private final ClockifyConfig config;
    private final ClockifyClient client;
    private final RequestBudget budget;
    private final ClockifyNames names;
    private final RunningTimers runningTimers;
    private final Rereads rereads;
    private final SyncRuns runs;
    private final Categorisation categorisation;
    private final EntryMerge merge;
    private final TimeEntries entries;
    private final Doubts doubts;
    private final BusinessDate businessDate;

    ClockifySync(
            ClockifyConfig config,
            ClockifyClient client,
            RequestBudget budget,
            ClockifyNames names,
            RunningTimers runningTimers,
            Rereads rereads,
            SyncRuns runs,
            Categorisation categorisation,
            EntryMerge merge,
            TimeEntries entries,
            Doubts doubts,
            BusinessDate businessDate) {
        this.config = config;
        this.client = client;
        this.budget = budget;
        this.names = names;
        this.runningTimers = runningTimers;
        this.rereads = rereads;
        this.runs = runs;
        this.categorisation = categorisation;
        this.merge = merge;
        this.entries = entries;
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
            read(progress, session);
        } catch (ClockifyUnreadable e) {
            progress.requests(session.used());
            keep(progress, e.getMessage());
            LOG.warnf("Sync of %s to %s broke off after %d requests: %s", from, to, session.used(), e.getMessage());
            throw new SyncBroken(progress, e);
        }
        progress.requests(session.used());
        SyncRun run = keep(progress, null);
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
        return SyncReport.of(run.id(), progress, budget.left(now), warnings, categorisation.contractsAsOf());
    }

    private SyncRun keep(SyncProgress progress, String problem) {
        return QuarkusTransaction.requiringNew().call(() -> {
            LocalDate rolling = SyncRequest.rollingFrom(businessDate.today());
            LocalDate readUpTo = progress.readUpTo(runs.readUpTo().orElse(null), rolling);
            SyncRun run = new SyncRun(progress, readUpTo, Instant.now(), problem);
            runs.persist(run);
            return run;
        });
    }

    private void read(SyncProgress progress, ClockifySession session) {
        List<ReportedEntry> running = runningTimers.read(session);
        progress.running(running.size());
        Set<String> seen =
                running.stream().map(ReportedEntry::clockifyId).collect(Collectors.toCollection(HashSet::new));
        Set<String> expected = new HashSet<>(stillRunning());
        boolean first = true;
        for (DetailedReport report : DetailedReport.over(progress.from(), progress.to())) {
            List<JsonNode> rows = session.report(report);
            names.upsertFrom(rows);
            List<ReportedEntry> reported = inside(rows, report);
            reported.forEach(each -> seen.add(each.clockifyId()));
            expected.addAll(knownIn(report));
            List<ReportedEntry> beside = first ? running : List.<ReportedEntry>of();
            upsert(reported, beside, progress);
            first = false;
            progress.fileOnly(merge.joinFileOnly(
                    startOf(report.from()), startOf(report.to().plusDays(1)), categorisation.judge(), Instant.now()));
            progress.readTo(report.to());
        }
        expected.addAll(rereads.pending(progress.startedAt()));
        expected.removeAll(seen);
        settle(new Vanished(sorted(expected), session, progress.startedAt()), progress);
        rereads.done(seen, progress.startedAt());
    }

    private static List<String> sorted(Set<String> ids) {
        return ids.stream().sorted().toList();
    }

    /** Entries whose start lies in the report's own days; the days around them were only asked for to be sure. */
    private List<ReportedEntry> inside(List<JsonNode> rows, DetailedReport report) {
        Instant from = startOf(report.from());
        Instant until = startOf(report.to().plusDays(1));
        // While Clockify is paged an entry may come twice; the later page is the newer word.
        Map<String, ReportedEntry> byId = new LinkedHashMap<>();
        rows.stream()
                .map(ClockifyJson::reportRow)
                .filter(reported ->
                        !reported.start().isBefore(from) && reported.start().isBefore(until))
                .forEach(reported -> byId.put(reported.clockifyId(), reported));
        return List.copyOf(byId.values());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(businessDate.zone()).toInstant();
    }

    /** A timer that stopped between the two readings is in both; its end wins. */
    private void upsert(List<ReportedEntry> reported, List<ReportedEntry> running, SyncProgress progress) {
        Set<String> ended = reported.stream().map(ReportedEntry::clockifyId).collect(Collectors.toSet());
        List<ReportedEntry> stillRunning = running.stream()
                .filter(timer -> !ended.contains(timer.clockifyId()))
                .toList();
        List<ReportedEntry> all =
                Stream.concat(reported.stream(), stillRunning.stream()).toList();
        int inRange = (int) stillRunning.stream()
                .filter(timer -> isInRange(timer, progress))
                .count();
        categorisation.refreshIfPossible(named(all));
        Judge judge = categorisation.judge();
        MergeCounts counts = MergeCounts.NONE;
        for (int from = 0; from < all.size(); from += DetailedReport.PAGE_SIZE) {
            counts = counts.plus(merge.upsert(
                    all.subList(from, Math.min(all.size(), from + DetailedReport.PAGE_SIZE)), judge));
        }
        progress.add(reported.size() + inRange, counts);
    }

    private boolean isInRange(ReportedEntry reported, SyncProgress progress) {
        return !reported.start().isBefore(startOf(progress.from()))
                && reported.start().isBefore(startOf(progress.to().plusDays(1)));
    }

    private static ReportedNames named(List<ReportedEntry> reported) {
        return ReportedNames.in(reported.stream().map(ReportedEntry::details).toList());
    }

    private List<String> stillRunning() {
        return QuarkusTransaction.requiringNew().call(() -> ids(entries.running()));
    }

    private List<String> knownIn(DetailedReport report) {
        return QuarkusTransaction.requiringNew()
                .call(() -> ids(entries.knownToClockify(
                        startOf(report.from()), startOf(report.to().plusDays(1)))));
    }

    private static List<String> ids(List<TimeEntry> entries) {
        return new ArrayList<>(entries.stream()
                .map(TimeEntry::clockifyId)
                .filter(Objects::nonNull)
                .toList());
    }

    private void settle(Vanished vanished, SyncProgress progress) {
        if (!vanished.moved().isEmpty()) {
            categorisation.refreshIfPossible(named(vanished.moved()));
            progress.addBeside(merge.upsert(vanished.moved(), categorisation.judge()));
        }
        progress.deleted(merge.delete(vanished.deleted(), Instant.now()));
        progress.unconfirmed(vanished.unconfirmed().size());
        Set<String> settled = new HashSet<>(vanished.deleted());
        vanished.moved().forEach(reported -> settled.add(reported.clockifyId()));
        rereads.done(settled, progress.startedAt());
    }
}
