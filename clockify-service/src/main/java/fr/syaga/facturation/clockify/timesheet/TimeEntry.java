package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.edge.Rejection;

/**
 * A piece of tracked time. It exists once, whatever told of it; Clockify's API knows better than a CSV file; a person's choice
 * of category outlives both; once it belongs to a draft its category and customer stand still, and changes are only noted.
 */
@Entity
@Table(name = "time_entry")
public class TimeEntry {

    @Id
    private UUID id;

    private String clockifyId;

    @Embedded
    private Work work;

    @Embedded
    private Span span;

    @Embedded
    private Verdict verdict;

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
        this.verdict = Verdict.NONE_YET;
        this.span = Span.of(told, zone);
    }

    /** Takes over what the API says; true when that changed anything. */
    boolean learn(Told told, ZoneId zone) {
        Work said = told.work().withUserOf(work);
        boolean same = told.clockifyId().equals(clockifyId)
                && deletedAt == null
                && said.equals(work)
                && told.start().equals(startedAt())
                && Objects.equals(told.end(), endedAt());
        clockifyId = told.clockifyId();
        if (same) {
            return false;
        }
        become(said, Span.of(told, zone));
        return true;
    }

    private void become(Work said, Span when) {
        work = said;
        span = when;
        deletedAt = null;
        if (isRunning()) {
            verdict = verdict.withoutCategory();
        }
        noteChange();
    }

    /** Takes from a CSV row what is not known better; true when that changed anything. */
    boolean complete(Told row, ZoneId zone) {
        if (clockifyId != null) {
            return false;
        }
        Work completed = work.completedBy(row.work());
        boolean finer = row.precisionSeconds() < span.precisionSeconds();
        if (completed.equals(work) && !finer) {
            return false;
        }
        work = completed;
        if (finer) {
            span = Span.of(row, zone);
        }
        noteChange();
        return true;
    }

    /** Same person, same work, same times as far as can be told. */
    boolean matches(Told told) {
        return work.isSameAs(told.work()) && span.matches(told);
    }

    /** Exactly these times; such an entry is meant before one that a file without seconds told of. */
    boolean hasTimesOf(Told told) {
        return startedAt().equals(told.start()) && Objects.equals(endedAt(), told.end());
    }

    /** A bill or a person's choice hangs on it. */
    boolean isHeld() {
        return billed != null || choice != null;
    }

    /** Becomes the entry that Clockify has in its place; that one is dropped, so that the time exists once. */
    void replace(TimeEntry known) {
        clockifyId = known.clockifyId;
        become(known.work, known.span);
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
    public boolean judge(Verdict decided) {
        if (billed != null || verdict.equals(decided)) {
            return false;
        }
        verdict = decided;
        return true;
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

    /** Locks the entry to what is about to be billed, at the price of this moment. */
    public void reserve(UUID item, PriceList prices) {
        if (billed != null) {
            throw new IllegalStateException("entry " + id + " belongs to another item");
        }
        billed = new Billed(item, null, facturableSeconds(), customerCode(), price(prices));
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
        return span.seconds();
    }

    /** The seconds that are billed by the hour. */
    public long facturableSeconds() {
        return category() == Category.FACTURABLE ? Math.max(0, seconds() - verdict.coveredSeconds()) : 0;
    }

    /** The seconds that a contract covers. */
    public long forfaitSeconds() {
        return category() == Category.FORFAIT ? seconds() : Math.min(seconds(), verdict.coveredSeconds());
    }

    /** The seconds spent on a contract, be they covered by it or over the hours that it includes. */
    public long contractSeconds() {
        return category() == Category.FORFAIT || verdict.isOverrun() ? seconds() : 0;
    }

    /** Euros for an hour of it: as billed, or as the list says. */
    public BigDecimal price(PriceList prices) {
        return billed != null && billed.rate() != null
                ? billed.rate()
                : prices.priceOf(customerCode(), work.projectName(), work.userNames(), day());
    }

    /** What this entry alone costs, half up to the cent; an estimate, because a bill rounds its hours once. */
    public BigDecimal amount(PriceList prices) {
        return Hours.exactPrice(facturableSeconds(), price(prices));
    }

    /** What it would cost under another verdict. */
    public BigDecimal amountAs(Verdict other, PriceList prices) {
        long seconds = other.category() == Category.FACTURABLE ? seconds() - other.coveredSeconds() : 0;
        return Hours.exactPrice(
                seconds, prices.priceOf(other.customerCode(), work.projectName(), work.userNames(), day()));
    }

    public boolean isRunning() {
        return span.endedAt() == null;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }

    public boolean isBilled() {
        return billed != null;
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

    Span span() {
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

    public String customerCode() {
        return verdict.customerCode();
    }

    public Category category() {
        return verdict.category();
    }

    /** What was decided about it and why. */
    public Verdict verdict() {
        return verdict;
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
