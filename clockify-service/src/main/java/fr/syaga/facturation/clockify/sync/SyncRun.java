package fr.syaga.facturation.clockify.sync;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** One run of the synchronisation and what it found; kept, so that the timer knows from when to catch up. */
@Entity
@Table(name = "sync_run")
class SyncRun {

    @Id
    private UUID id;

    private LocalDate rangeFrom;
    private LocalDate rangeTo;
    private LocalDate readUpTo;
    private Instant startedAt;
    private Instant finishedAt;
    private boolean complete;

    @Column(name = "entries_read")
    private int read;

    private int created;
    private int updated;
    private int unchanged;
    private int deleted;
    private int requests;
    private String problem;

    protected SyncRun() {}

    /** @param readUpTo up to which day Clockify is read without a hole now, or null */
    SyncRun(SyncProgress progress, LocalDate readUpTo, Instant finishedAt, String problem) {
        this.id = UUID.randomUUID();
        this.rangeFrom = progress.from();
        this.rangeTo = progress.to();
        this.readUpTo = readUpTo;
        this.startedAt = progress.startedAt();
        this.finishedAt = finishedAt;
        this.complete = problem == null;
        this.read = progress.read();
        this.created = progress.counts().created();
        this.updated = progress.counts().updated();
        this.unchanged = progress.counts().unchanged();
        this.deleted = progress.deleted();
        this.requests = progress.requests();
        this.problem = problem;
    }

    UUID id() {
        return id;
    }

    LocalDate rangeFrom() {
        return rangeFrom;
    }

    LocalDate rangeTo() {
        return rangeTo;
    }

    LocalDate readUpTo() {
        return readUpTo;
    }

    Instant finishedAt() {
        return finishedAt;
    }

    Instant startedAt() {
        return startedAt;
    }

    boolean isComplete() {
        return complete;
    }

    int requests() {
        return requests;
    }

    String problem() {
        return problem;
    }
}
