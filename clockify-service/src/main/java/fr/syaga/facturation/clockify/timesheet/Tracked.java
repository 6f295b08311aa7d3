package fr.syaga.facturation.clockify.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;

/** Time as its sources tell it: who did what, and when. Clockify's API knows better than a CSV file. */
@MappedSuperclass
public abstract class Tracked {

    private String clockifyId;

    @Embedded
    private Work work;

    @Embedded
    private Standing standing;

    @Embedded
    private Span span;

    private Instant deletedAt;

    protected Tracked() {}

    Tracked(Told told, ZoneId zone) {
        this.clockifyId = told.clockifyId();
        this.work = told.work();
        this.standing = told.standing();
        this.span = Span.of(told, zone);
    }

    /** Takes over what the API says; true when that changed anything. */
    boolean learn(Told told, ZoneId zone) {
        Work said = told.work().withUserOf(work);
        Standing stands = standing().then(told.standing());
        boolean same = told.clockifyId().equals(clockifyId)
                && deletedAt == null
                && said.equals(work)
                && stands.typeOrRegular().equals(standing().typeOrRegular())
                && told.start().equals(startedAt())
                && Objects.equals(told.end(), endedAt());
        become(told.clockifyId(), said, same ? span : Span.of(told, zone));
        stand(stands);
        return !same;
    }

    /** What is as it was is not touched: an untouched entry is not stored again. */
    private void stand(Standing now) {
        if (!now.equals(standing())) {
            standing = now;
        }
    }

    private void become(String id, Work said, Span when) {
        clockifyId = id;
        work = said;
        span = when;
        deletedAt = null;
    }

    /** Takes from a CSV row what is not known better; true when that changed anything. */
    boolean complete(Told row, ZoneId zone) {
        Standing stands = standing().completedBy(row.standing());
        boolean sameType = stands.typeOrRegular().equals(standing().typeOrRegular());
        stand(stands);
        if (clockifyId != null) {
            return !sameType;
        }
        Work completed = work.completedBy(row.work());
        boolean finer = row.precisionSeconds() < span.precisionSeconds();
        if (completed.equals(work) && !finer && sameType) {
            return false;
        }
        work = completed;
        if (finer) {
            span = Span.of(row, zone);
        }
        return true;
    }

    /** Becomes what Clockify has in its place; that one is dropped, so that the time exists once. */
    void replace(Tracked known) {
        become(known.clockifyId(), known.work(), known.span());
        standing = standing().then(known.standing());
    }

    /** What only a file told of the same time stays known. */
    public void takeStandingOf(Tracked gone) {
        standing = standing().completedBy(gone.standing());
    }

    /** Clockify no longer has it, or a person said so; false when that was known. */
    boolean delete(Instant now) {
        if (deletedAt != null) {
            return false;
        }
        deletedAt = now;
        return true;
    }

    /** Same person, same work, same times as far as can be told. */
    public boolean matches(Told told) {
        return work.isSameAs(told.work()) && span.matches(told);
    }

    /** One person at two things at once, by more than the coarser precision of the two can explain. */
    public boolean overlaps(Tracked other) {
        return span.overlap(other.span) > Math.max(span.precisionSeconds(), other.span.precisionSeconds())
                && work.isSameUser(other.work);
    }

    /**
     * Exactly these times, as finely told; such an entry is meant before one that a file without seconds told of, also where that
     * one's seconds are zero only because nobody told them.
     */
    public boolean hasTimesOf(Told told) {
        return span.precisionSeconds() == told.precisionSeconds()
                && startedAt().equals(told.start())
                && Objects.equals(endedAt(), told.end());
    }

    /** Exact seconds from start to end; 0 while the timer runs. */
    public long seconds() {
        return span.seconds();
    }

    public boolean isRunning() {
        return span.endedAt() == null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public String clockifyId() {
        return clockifyId;
    }

    public Work work() {
        return work;
    }

    /** What Clockify says of it beside the time. */
    public Standing standing() {
        return standing == null ? Standing.NOT_TOLD : standing;
    }

    public Span span() {
        return span;
    }

    public Instant startedAt() {
        return span.startedAt();
    }

    public Instant endedAt() {
        return span.endedAt();
    }

    public LocalDate day() {
        return span.day();
    }
}
