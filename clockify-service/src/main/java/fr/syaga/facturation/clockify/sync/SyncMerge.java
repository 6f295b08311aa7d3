package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.clockify.api.DetailedReport;
import fr.syaga.facturation.clockify.category.Categorisation;
import fr.syaga.facturation.clockify.mapping.ReportedNames;
import fr.syaga.facturation.clockify.merge.EntryMerge;
import fr.syaga.facturation.clockify.merge.MergeCounts;
import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.edge.BusinessDate;

/** Hands what a run has read to the merge, with names and contracts as fresh as they can be had, and counts it. */
@ApplicationScoped
class SyncMerge {

    private final EntryMerge merge;
    private final Categorisation categorisation;
    private final BusinessDate businessDate;

    SyncMerge(EntryMerge merge, Categorisation categorisation, BusinessDate businessDate) {
        this.merge = merge;
        this.categorisation = categorisation;
        this.businessDate = businessDate;
    }

    /**
     * The entries of one report, with the running timers beside them. A timer that stopped between the two readings is in both;
     * its end wins.
     */
    void upsert(List<ReportedEntry> reported, List<ReportedEntry> running, SyncProgress progress) {
        Set<String> ended = reported.stream().map(ReportedEntry::clockifyId).collect(Collectors.toSet());
        List<ReportedEntry> stillRunning = running.stream()
                .filter(timer -> !ended.contains(timer.clockifyId()))
                .toList();
        List<ReportedEntry> all =
                Stream.concat(reported.stream(), stillRunning.stream()).toList();
        int inRange = (int) stillRunning.stream()
                .filter(timer -> isInRange(timer, progress))
                .count();
        categorisation.refreshIfPossible(namesIn(all));
        Judge judge = categorisation.judge();
        MergeCounts counts = MergeCounts.NONE;
        for (int from = 0; from < all.size(); from += DetailedReport.PAGE_SIZE) {
            counts = counts.plus(merge.upsert(
                    all.subList(from, Math.min(all.size(), from + DetailedReport.PAGE_SIZE)), judge));
        }
        progress.add(reported.size() + inRange, counts);
    }

    /** What only files had of days that were read whole. */
    void joinFileOnly(DetailedReport report, SyncProgress progress) {
        progress.fileOnly(merge.joinFileOnly(
                startOf(report.from()), startOf(report.to().plusDays(1)), categorisation.judge(), Instant.now()));
    }

    void settle(MissingEntries missing, SyncProgress progress) {
        if (!missing.moved().isEmpty()) {
            categorisation.refreshIfPossible(namesIn(missing.moved()));
            progress.addBeside(merge.upsert(missing.moved(), categorisation.judge()));
        }
        progress.deleted(merge.delete(missing.deleted(), Instant.now()));
        progress.unconfirmed(missing.unconfirmed().size());
    }

    private boolean isInRange(ReportedEntry reported, SyncProgress progress) {
        return !reported.start().isBefore(startOf(progress.from()))
                && reported.start().isBefore(startOf(progress.to().plusDays(1)));
    }

    private static ReportedNames namesIn(List<ReportedEntry> reported) {
        return ReportedNames.in(reported.stream().map(ReportedEntry::details).toList());
    }

    private Instant startOf(LocalDate day) {
        return day.atStartOfDay(businessDate.zone()).toInstant();
    }
}
