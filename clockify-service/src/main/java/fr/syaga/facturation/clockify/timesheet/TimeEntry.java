package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import fr.syaga.facturation.edge.Rejection;

/**
 * A piece of tracked time. It exists once, whatever told of it; Clockify's API knows better than a CSV file; a person's choice
 * of category outlives both; once it belongs to a draft its category and customer stand still, and changes are only noted.
 */
@Entity
@Table(name = "time_entry")
public class TimeEntry {

    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);

    @Id
    private UUID id;

    private String clockifyId;

    @Embedded
    private Work work;

    private Instant startedAt;
    private Instant endedAt;
    private int precisionSeconds;

    /** The day of the start in the business's zone: it decides the month that the entry is billed in. */
    private LocalDate day;

    private String customerCode;

    @Enumerated(EnumType.STRING)
    private Category category;

    private String rule;
    private String reason;

    @Embedded
    private Choice choice;

    @Embedded
    private Billed billed;

    private boolean changedSinceBilled;
    private Instant deletedAt;

    @Version
    private int version;

    protected TimeEntry() {}

    TimeEntry(Told told, ZoneId zone) {
        this.id = UUID.randomUUID();
        this.clockifyId = told.clockifyId();
        this.work = told.work();
        this.precisionSeconds = told.precisionSeconds();
        place(told.start(), told.end(), zone);
        judge(Verdict.NONE_YET);
    }

    /** Takes over what the API says; true when that changed anything. */
    boolean learn(Told told, ZoneId zone) {
        Work said = told.work().withUserOf(work);
        boolean same = told.clockifyId().equals(clockifyId)
                && deletedAt == null
                && said.equals(work)
                && told.start().equals(startedAt)
                && Objects.equals(told.end(), endedAt);
        clockifyId = told.clockifyId();
        if (same) {
            return false;
        }
        work = said;
        precisionSeconds = Told.SECOND;
        deletedAt = null;
        place(told.start(), told.end(), zone);
        noteChange();
        return true;
    }

    /** Takes from a CSV row what is not known better; true when that changed anything. */
    boolean complete(Told row, ZoneId zone) {
        if (clockifyId != null) {
            return false;
        }
        Work completed = work.completedBy(row.work());
        boolean finer = row.precisionSeconds() < precisionSeconds;
        if (completed.equals(work) && !finer) {
            return false;
        }
        work = completed;
        if (finer) {
            precisionSeconds = row.precisionSeconds();
            place(row.start(), row.end(), zone);
        }
        noteChange();
        return true;
    }

    /** Same person, same work, same times as far as the coarser of the two can tell; a running timer has no end to compare. */
    boolean matches(Told told) {
        int grain = Math.max(precisionSeconds, told.precisionSeconds());
        return work.isSameAs(told.work())
                && isSame(startedAt, told.start(), grain)
                && (endedAt == null || told.end() == null || isSame(endedAt, told.end(), grain));
    }

    /** Exactly these times; such an entry is meant before one that a file without seconds told of. */
    boolean hasTimesOf(Told told) {
        return startedAt.equals(told.start()) && Objects.equals(endedAt, told.end());
    }

    private static boolean isSame(Instant one, Instant other, int grain) {
        return Math.floorDiv(one.getEpochSecond(), grain) == Math.floorDiv(other.getEpochSecond(), grain);
    }

    private void place(Instant start, Instant end, ZoneId zone) {
        startedAt = start;
        endedAt = end;
        day = LocalDate.ofInstant(start, zone);
        if (end == null) {
            category = null;
        }
    }

    /** Clockify no longer has it. */
    public void delete(Instant now) {
        if (deletedAt == null) {
            deletedAt = now;
            noteChange();
        }
    }

    private void noteChange() {
        changedSinceBilled = billed != null;
    }

    /** Sets category, customer and reason, unless the entry already belongs to a draft; true when that changed anything. */
    public boolean judge(Verdict verdict) {
        if (billed != null) {
            return false;
        }
        Verdict before = new Verdict(category, customerCode, rule, reason);
        category = verdict.category();
        customerCode = verdict.customerCode();
        rule = verdict.rule();
        reason = verdict.reason();
        return !before.equals(verdict);
    }

    /** A person's choice; null takes it back. The next judgement follows it. */
    public void choose(Category chosen, String customer, String why) {
        if (billed != null) {
            throw Rejection.conflict(
                    "already-billed",
                    "The entry belongs to a draft; drop the draft first, or correct the invoice with a credit note.");
        }
        choice = chosen == null && customer == null ? null : new Choice(chosen, customer, why);
    }

    /** Locks the entry to what is about to be billed. */
    public void reserve(UUID item) {
        if (billed != null) {
            throw new IllegalStateException("entry " + id + " belongs to another item");
        }
        billed = new Billed(item, null, seconds(), customerCode);
        changedSinceBilled = false;
    }

    public void bill(UUID invoiceId) {
        billed = billed.by(invoiceId);
    }

    /** The draft was dropped: the entry is free again. */
    public void release() {
        billed = null;
        changedSinceBilled = false;
    }

    /** Exact seconds from start to end; 0 while the timer runs. */
    public long seconds() {
        return endedAt == null ? 0 : Duration.between(startedAt, endedAt).toSeconds();
    }

    /** What this entry alone costs, half up to the cent; an estimate, because a bill rounds its hours once. */
    public BigDecimal amount(BigDecimal hourlyRate) {
        return amount(category == Category.FACTURABLE, hourlyRate);
    }

    /** What it would cost if it were FACTURABLE or not. */
    public BigDecimal amount(boolean facturable, BigDecimal hourlyRate) {
        BigDecimal rate = facturable ? hourlyRate : BigDecimal.ZERO;
        return rate.multiply(BigDecimal.valueOf(seconds())).divide(SECONDS_PER_HOUR, 2, RoundingMode.HALF_UP);
    }

    public boolean isRunning() {
        return endedAt == null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public boolean isBilled() {
        return billed != null;
    }

    public boolean isChangedSinceBilled() {
        return changedSinceBilled;
    }

    public UUID id() {
        return id;
    }

    public String clockifyId() {
        return clockifyId;
    }

    public Work work() {
        return work;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public Instant endedAt() {
        return endedAt;
    }

    public LocalDate day() {
        return day;
    }

    public String customerCode() {
        return customerCode;
    }

    public Category category() {
        return category;
    }

    public String rule() {
        return rule;
    }

    public String reason() {
        return reason;
    }

    /** What a person decided about it, if anyone did. */
    public Optional<Choice> choice() {
        return Optional.ofNullable(choice);
    }

    /** What it was billed as, once it belongs to a draft. */
    public Optional<Billed> billed() {
        return Optional.ofNullable(billed);
    }
}
