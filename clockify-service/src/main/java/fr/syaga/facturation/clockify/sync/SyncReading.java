package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.clockify.api.ClockifyNames;
import fr.syaga.facturation.clockify.api.ClockifySession;
import fr.syaga.facturation.clockify.api.DetailedReport;
import fr.syaga.facturation.clockify.api.RunningTimers;
import fr.syaga.facturation.clockify.api.answer.ReportRow;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.edge.BusinessDate;

/**
 * Reads the days of one run: the running timers, then one detailed report after another, each merged once it was read whole, then
 * what is missing in them.
 */
@ApplicationScoped
class SyncReading {

    private final RunningTimers runningTimers;
    private final ClockifyNames names;
    private final ExpectedEntries expectedEntries;
    private final SyncMerge merge;
    private final BusinessDate businessDate;

    SyncReading(
            RunningTimers runningTimers,
            ClockifyNames names,
            ExpectedEntries expectedEntries,
            SyncMerge merge,
            BusinessDate businessDate) {
        this.runningTimers = runningTimers;
        this.names = names;
        this.expectedEntries = expectedEntries;
        this.merge = merge;
        this.businessDate = businessDate;
    }

    /** What was read before it breaks off is stored, and {@code progress} says how far it came. */
    void read(SyncProgress progress, ClockifySession session) {
        List<ReportedEntry> running = runningTimers.read(session);
        progress.running(running.size());
        Set<String> seen =
                running.stream().map(ReportedEntry::clockifyId).collect(Collectors.toCollection(HashSet::new));
        Set<String> expected = new HashSet<>(expectedEntries.running());
        List<ReportedEntry> beside = running;
        for (DetailedReport report : DetailedReport.over(progress.from(), progress.to())) {
            List<ReportRow> rows = session.report(report);
            names.upsertFrom(rows);
            List<ReportedEntry> reported = inside(rows, report);
            reported.forEach(each -> seen.add(each.clockifyId()));
            expected.addAll(expectedEntries.startedIn(report));
            merge.upsert(reported, beside, progress);
            beside = List.of();
            merge.joinFileOnly(report, progress);
            progress.readTo(report.to());
        }
        expected.addAll(expectedEntries.toReread(progress.startedAt()));
        expected.removeAll(seen);
        MissingEntries missing = MissingEntries.ask(expected.stream().sorted().toList(), session, progress.startedAt());
        merge.settle(missing, progress);
        seen.addAll(missing.settled());
        expectedEntries.reread(seen, progress.startedAt());
    }

    /** Entries whose start lies in the report's own days; the days around them were only asked for to be sure. */
    private List<ReportedEntry> inside(List<ReportRow> rows, DetailedReport report) {
        Instant from = startOf(report.from());
        Instant until = startOf(report.to().plusDays(1));
        // While Clockify is paged an entry may come twice; the later page is newer.
        Map<String, ReportedEntry> byId = new LinkedHashMap<>();
        rows.stream()
                .map(ReportRow::reported)
                .filter(reported ->
                        !reported.start().isBefore(from) && reported.start().isBefore(until))
                .forEach(reported -> byId.put(reported.clockifyId(), reported));
        return List.copyOf(byId.values());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(businessDate.zone()).toInstant();
    }
}
