package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import fr.syaga.facturation.edge.Rejection;

/**
 * A piece of tracked time and what it means. It exists once, however many sources report it. A person's choice of category stays
 * whatever is reported later. Once it belongs to a draft its category and customer stand still, and changes are only noted. While
 * it is in conflict with an entry of Clockify's it means nothing yet.
 */
@Entity
@Table(name = "time_entry")
public class TimeEntry extends Tracked {

    @Id
    private UUID id;

    @Embedded
    private Verdict verdict;

    @Embedded
    private Choice choice;

    @Embedded
    private Billed billed;

    private boolean changedSinceBilled;
    private boolean releasedByPerson;
    private UUID conflictsWith;
    private UUID keptBeside;

    @Version
    private int version;

    protected TimeEntry() {}

    public TimeEntry(ReportedEntry reported, ZoneId zone) {
        super(reported, zone);
        this.id = UUID.randomUUID();
        this.verdict = Verdict.NONE_YET;
    }

    @Override
    public boolean updateFromApi(ReportedEntry reported, ZoneId zone) {
        EntryStatus before = status();
        boolean moved = changed(super.updateFromApi(reported, zone));
        return statusChanged(before) || moved;
    }

    @Override
    public boolean completeFromRow(ReportedEntry row, ZoneId zone) {
        EntryStatus before = status();
        boolean moved = changed(super.completeFromRow(row, zone));
        return statusChanged(before) || moved;
    }

    /** A person's release was about the invoice that was told then. */
    private boolean statusChanged(EntryStatus before) {
        releasedByPerson &= Objects.equals(before.invoice(), status().invoice());
        return !before.equals(status());
    }

    @Override
    public void replace(Tracked known) {
        super.replace(known);
        changed(true);
    }

    @Override
    public boolean delete(Instant now) {
        return changed(super.delete(now));
    }

    private boolean changed(boolean really) {
        if (really) {
            changedSinceBilled = billed != null;
            if (clockifyId() != null || isDeleted()) {
                keep();
            }
            if (isRunning()) {
                verdict = verdict.withoutCategory();
            }
        }
        return really;
    }

    /** It may be an older version of an entry of Clockify's. It counts nowhere until somebody settles which of the two is true. */
    public void conflictWith(TimeEntry known) {
        conflictsWith = known.id;
        verdict = Verdict.IN_CONFLICT;
    }

    /** A person says that both are true, although they overlap. */
    public void keepBoth() {
        keptBeside = conflictsWith == null ? keptBeside : conflictsWith;
        keep();
    }

    /** It is an entry of its own. */
    public void keep() {
        if (isInConflict()) {
            conflictsWith = null;
            verdict = Verdict.NONE_YET;
        }
    }

    /** A bill or a person's choice hangs on it. */
    public boolean isSettled() {
        return billed != null || choice != null;
    }

    /** Sets category, customer and reason, unless the entry already belongs to a draft or is in conflict; true when that changed anything. */
    public boolean judge(Verdict decided) {
        if (isDrafted() || isInConflict() || verdict.equals(decided)) {
            return false;
        }
        verdict = decided;
        return true;
    }

    /** A person's choice; null takes it back. The next judgement follows it. */
    public void choose(Category chosen, String customer, String why) {
        if (isDrafted()) {
            throw Rejection.conflict(
                    "already-billed",
                    "The entry belongs to a draft; drop the draft first, or correct the invoice with a credit note.");
        }
        if (isInConflict()) {
            throw Rejection.conflict(
                    "in-conflict", "The row contradicts an entry of Clockify's; keep or drop it first (/conflicts).");
        }
        choice = chosen == null && customer == null ? null : new Choice(chosen, customer, why);
    }

    /** Locks the entry to what is about to be billed, at so many euros an hour. */
    public void reserve(UUID item, BigDecimal hourPrice) {
        if (billed != null) {
            throw new IllegalStateException("entry " + id + " belongs to another item");
        }
        billed = new Billed(item, null, facturableSeconds(), customerCode(), hourPrice);
        changedSinceBilled = false;
    }

    /** It stands on an invoice that a person wrote, and is drafted no more. */
    public void billByHand(UUID invoiceId, BigDecimal hourPrice) {
        if (billed != null) {
            throw new IllegalStateException("entry " + id + " is billed");
        }
        billed = new Billed(null, invoiceId, facturableSeconds(), customerCode(), hourPrice);
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

    /** A person says that it stands on no invoice, whatever Clockify says. */
    public void releaseByPerson() {
        release();
        releasedByPerson = status().isInvoiced();
    }

    /** Clockify has it on an invoice of its own: it is not drafted until a person says otherwise. */
    public boolean isBilledElsewhere() {
        return billed == null && status().isInvoiced() && !releasedByPerson;
    }

    /** The seconds that are billed by the hour. */
    public long facturableSeconds() {
        return verdict.facturable(seconds());
    }

    /** The seconds that a contract covers. */
    public long forfaitSeconds() {
        return verdict.forfait(seconds());
    }

    /** The seconds spent on a contract, be they covered by it or over the hours that it includes. */
    public long contractSeconds() {
        return category() == Category.FORFAIT || verdict.isOverrun() ? seconds() : 0;
    }

    public boolean isInConflict() {
        return conflictsWith != null;
    }

    /** The entry of Clockify's that it contradicts, while that is not settled. */
    public Optional<UUID> conflictsWith() {
        return Optional.ofNullable(conflictsWith);
    }

    public boolean isBilled() {
        return billed != null;
    }

    /** It belongs to a draft of ours, made or about to be made. */
    public boolean isDrafted() {
        return billed != null && !billed.isByHand();
    }

    public UUID id() {
        return id;
    }

    int version() {
        return version;
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
