package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;

import fr.syaga.facturation.clockify.merge.MergeCounts;

/** How far a run has come: what it read is kept, whatever happens to the rest of it. */
final class SyncProgress {

    private final LocalDate from;
    private final LocalDate to;
    private final Instant startedAt;
    private LocalDate readTo;
    private int read;
    private int running;
    private int deleted;
    private int unconfirmed;
    private int fileOnly;
    private int requests;
    private MergeCounts counts = MergeCounts.NONE;

    SyncProgress(LocalDate from, LocalDate to, Instant startedAt) {
        this.from = from;
        this.to = to;
        this.startedAt = startedAt;
    }

    void add(int entries, MergeCounts merged) {
        read += entries;
        counts = counts.plus(merged);
    }

    /** Entries told beside the asked days: they change what is known but are not counted as read. */
    void addBeside(MergeCounts merged) {
        counts = counts.plus(merged);
    }

    void readTo(LocalDate day) {
        readTo = day;
    }

    void running(int timers) {
        running = timers;
    }

    void deleted(int entries) {
        deleted += entries;
    }

    void unconfirmed(int entries) {
        unconfirmed += entries;
    }

    void fileOnly(int entries) {
        fileOnly += entries;
    }

    void requests(int used) {
        requests = used;
    }

    LocalDate from() {
        return from;
    }

    LocalDate to() {
        return to;
    }

    Instant startedAt() {
        return startedAt;
    }

    int fileOnly() {
        return fileOnly;
    }

    /** The last day that was read whole, or null. */
    LocalDate readTo() {
        return readTo;
    }

    /**
     * Up to which day Clockify is read without a hole after this run: it goes on from the day that was known, or it is the first
     * that reaches into the days that are read each time. What is read further back for its own sake begins nothing.
     *
     * @param known what it was before this run, or null
     * @param rolling the first of the days that are read each time
     */
    LocalDate readUpTo(LocalDate known, LocalDate rolling) {
        if (readTo == null) {
            return known;
        }
        if (known == null) {
            return readTo.isBefore(rolling) ? null : readTo;
        }
        boolean goesOn = !from.isAfter(known.plusDays(1)) && readTo.isAfter(known);
        return goesOn ? readTo : known;
    }

    int read() {
        return read;
    }

    int running() {
        return running;
    }

    int deleted() {
        return deleted;
    }

    int unconfirmed() {
        return unconfirmed;
    }

    int requests() {
        return requests;
    }

    MergeCounts counts() {
        return counts;
    }
}
