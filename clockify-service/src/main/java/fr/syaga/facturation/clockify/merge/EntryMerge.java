package fr.syaga.facturation.clockify.merge;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import fr.syaga.facturation.clockify.timesheet.Judge;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.BusinessDate;

/** Merges reported entries into the stored ones, one bounded batch a transaction. Two merges never run at once. */
@ApplicationScoped
public class EntryMerge {

    private static final Duration A_DAY = Duration.ofDays(1);

    private final TimeEntries entries;
    private final CsvSightings sightings;
    private final FreshEntries fresh;
    private final BusinessDate businessDate;

    EntryMerge(TimeEntries entries, CsvSightings sightings, FreshEntries fresh, BusinessDate businessDate) {
        this.entries = entries;
        this.sightings = sightings;
        this.fresh = fresh;
        this.businessDate = businessDate;
    }

    /** Entries as Clockify's API reports them. */
    @Transactional
    public MergeCounts upsert(List<ReportedEntry> reported, Judge judge) {
        if (reported.isEmpty()) {
            return MergeCounts.NONE;
        }
        KnownEntries known = load(reported, List.of());
        List<Outcome> outcomes = reported.stream().map(known::upsert).toList();
        return keep(known, outcomes, judge);
    }

    /**
     * Rows of one CSV file; {@code file} is carried from batch to batch.
     *
     * @param judge asked for when no decision can come between it and what it decides
     */
    @Transactional
    public MergeCounts upsert(List<ReportedEntry> rows, FileRows file, Supplier<Judge> judge) {
        if (rows.isEmpty()) {
            return MergeCounts.NONE;
        }
        entries.lock();
        Judge now = judge.get();
        List<CsvSighting.Row> seen = rows.stream().map(file::next).toList();
        KnownEntries known = load(rows, sightings.of(seen));
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            outcomes.add(known.upsert(rows.get(i), seen.get(i), file));
        }
        return keep(known, outcomes, now);
    }

    /**
     * Joins entries that only a file reported with the entries of Clockify's that they became, on days that were read whole.
     *
     * @return how many stand alone still, known from a file and not to Clockify
     */
    @Transactional
    public int joinFileOnly(Instant from, Instant until, Judge judge, Instant now) {
        entries.lock();
        FileOnly files = new FileOnly(entries.startedBetween(from.minus(A_DAY), until.plus(A_DAY)));
        int alone = 0;
        for (TimeEntry orphan : files.orphans(from, until)) {
            Optional<TimeEntry> meant = files.meantBy(orphan);
            if (meant.isEmpty()) {
                alone++;
                standAlone(orphan, judge);
            } else {
                join(orphan, meant.get(), files, judge, now);
            }
        }
        return alone;
    }

    /** Clockify was read and has no entry that it could have become: it contradicts nothing. */
    private void standAlone(TimeEntry orphan, Judge judge) {
        if (orphan.isInConflict()) {
            orphan.keep();
            entries.judge(List.of(orphan), judge);
        }
    }

    /** The one that a bill or a choice hangs on stays; when both are billed the file's is over, for a person to credit. */
    private void join(TimeEntry orphan, TimeEntry known, FileOnly files, Judge judge, Instant now) {
        if (orphan.isBilled() && known.isBilled()) {
            orphan.delete(now);
        } else if (orphan.isBilled() || orphan.isSettled() && !known.isSettled()) {
            drop(known, orphan);
            orphan.replace(known);
            files.replaced(known, orphan);
            entries.judge(List.of(orphan), judge);
        } else {
            known.completeStatusFrom(orphan);
            drop(orphan, known);
            entries.judge(List.of(known), judge);
        }
    }

    private void drop(TimeEntry gone, TimeEntry kept) {
        sightings.move(gone, kept);
        entries.replace(gone, kept);
    }

    /** Clockify no longer has these. */
    @Transactional
    public int delete(Collection<String> clockifyIds, Instant now) {
        entries.lock();
        List<TimeEntry> gone = clockifyIds.stream()
                .map(entries::byClockifyId)
                .flatMap(Optional::stream)
                .filter(entry -> !entry.isDeleted())
                .toList();
        gone.forEach(entry -> entry.delete(now));
        return gone.size();
    }

    private KnownEntries load(List<ReportedEntry> reported, List<CsvSighting> seen) {
        entries.lock();
        Instant from = reported.stream()
                .map(ReportedEntry::start)
                .min(Instant::compareTo)
                .orElseThrow();
        Instant to = reported.stream()
                .map(ReportedEntry::start)
                .max(Instant::compareTo)
                .orElseThrow();
        Set<String> clockifyIds = reported.stream()
                .map(ReportedEntry::clockifyId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<UUID> ids = seen.stream().map(CsvSighting::entryId).collect(Collectors.toSet());
        Collection<TimeEntry> near = entries.around(from.minus(A_DAY), to.plus(A_DAY), clockifyIds, ids);
        return new KnownEntries(near, seen, businessDate.zone());
    }

    private MergeCounts keep(KnownEntries known, List<Outcome> outcomes, Judge judge) {
        // What is judged before it is stored is stored once, and not corrected by a second statement.
        known.touched().forEach(entry -> entry.judge(judge.verdict(entry)));
        fresh.store(known.created());
        entries.flush();
        fresh.storeSightings(known.sighted());
        entries.judgeMonthsOf(known.touched(), judge);
        return MergeCounts.of(outcomes);
    }
}
