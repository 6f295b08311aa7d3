package fr.syaga.facturation.clockify.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

import jakarta.persistence.Embedded;
import jakarta.persistence.MappedSuperclass;

/** What the sources report of an entry: who did what, and when. Clockify's API goes before a CSV file. */
@MappedSuperclass
public abstract class Tracked {

    private String clockifyId;

    @Embedded
    private EntryDetails details;

    @Embedded
    private EntryStatus status;

    @Embedded
    private Span span;

    private Instant deletedAt;

    protected Tracked() {}

    Tracked(ReportedEntry reported, ZoneId zone) {
        this.clockifyId = reported.clockifyId();
        this.details = reported.details();
        this.status = reported.status();
        this.span = Span.of(reported, zone);
    }

    /** Takes over what the API says; true when that changed anything. */
    boolean updateFromApi(ReportedEntry reported, ZoneId zone) {
        EntryDetails said = reported.details().withUserOf(details);
        EntryStatus stands = status().then(reported.status());
        boolean same = reported.clockifyId().equals(clockifyId)
                && deletedAt == null
                && said.equals(details)
                && stands.typeOrRegular().equals(status().typeOrRegular())
                && reported.start().equals(startedAt())
                && Objects.equals(reported.end(), endedAt());
        become(reported.clockifyId(), said, same ? span : Span.of(reported, zone));
        setStatus(stands);
        return !same;
    }

    /** What is as it was is not touched: an untouched entry is not stored again. */
    private void setStatus(EntryStatus now) {
        if (!now.equals(status())) {
            status = now;
        }
    }

    private void become(String id, EntryDetails said, Span when) {
        clockifyId = id;
        details = said;
        span = when;
        deletedAt = null;
    }

    /** Takes from a CSV row what is not known better; true when that changed anything. */
    boolean completeFromRow(ReportedEntry row, ZoneId zone) {
        EntryStatus stands = status().completedBy(row.status());
        boolean sameType = stands.typeOrRegular().equals(status().typeOrRegular());
        setStatus(stands);
        if (clockifyId != null) {
            return !sameType;
        }
        EntryDetails completed = details.completedBy(row.details());
        boolean finer = row.precisionSeconds() < span.precisionSeconds();
        if (completed.equals(details) && !finer && sameType) {
            return false;
        }
        details = completed;
        if (finer) {
            span = Span.of(row, zone);
        }
        return true;
    }

    /** Becomes what Clockify has in its place; that one is dropped, so that the time exists once. */
    void replace(Tracked known) {
        become(known.clockifyId(), known.details(), known.span());
        status = status().then(known.status());
    }

    /** Keeps what only a file reported about the same time. */
    public void completeStatusFrom(Tracked gone) {
        status = status().completedBy(gone.status());
    }

    /** Clockify no longer has it, or a person said so; false when that was known. */
    boolean delete(Instant now) {
        if (deletedAt != null) {
            return false;
        }
        deletedAt = now;
        return true;
    }

    /** Same person, same project and text, same times to the coarser precision. */
    public boolean matches(ReportedEntry reported) {
        return details.isSameAs(reported.details()) && span.matches(reported);
    }

    /** One person at two things at once, by more than the coarser precision of the two can explain. */
    public boolean overlaps(Tracked other) {
        return span.overlap(other.span) > Math.max(span.precisionSeconds(), other.span.precisionSeconds())
                && details.isSameUser(other.details);
    }

    /**
     * Exactly these times at the same precision. Such an entry is preferred to one of a file without seconds, even where that file's
     * missing seconds happen to match.
     */
    public boolean hasTimesOf(ReportedEntry reported) {
        return span.precisionSeconds() == reported.precisionSeconds()
                && startedAt().equals(reported.start())
                && Objects.equals(endedAt(), reported.end());
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

    public EntryDetails details() {
        return details;
    }

    /** What Clockify says of it beside the time. */
    public EntryStatus status() {
        return status == null ? EntryStatus.NOT_TOLD : status;
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
