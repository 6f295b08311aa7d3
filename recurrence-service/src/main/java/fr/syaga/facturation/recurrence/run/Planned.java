package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;

import fr.syaga.facturation.recurrence.contract.Approval;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.DueInvoice;

/**
 * One due date of a contract and what became of it: the contract's words as long as nothing was asked for, those that were sent
 * ever after.
 *
 * @param recorded null as long as no run and no person touched it
 */
public record Planned(Contract contract, DueInvoice invoice, Occurrence recorded) {

    /** Where an occurrence stands, as people see it; a refused one is planned still, with its problem. */
    public enum Status {
        PLANNED,
        INVOICED,
        SKIPPED
    }

    public Status status() {
        if (recorded != null && recorded.isInvoiced()) {
            return Status.INVOICED;
        }
        boolean asked = recorded != null && recorded.isFixed();
        boolean skipped = recorded != null && recorded.isSkipped();
        return skipped || !asked && invoice.isPaused() ? Status.SKIPPED : Status.PLANNED;
    }

    /** It counts: it is invoiced, or to be. */
    public boolean isDue() {
        return status() != Status.SKIPPED;
    }

    public boolean isOpen() {
        return status() == Status.PLANNED;
    }

    /** Why it is skipped; null when it is not, or when nobody said why. */
    public String reason() {
        if (status() != Status.SKIPPED) {
            return null;
        }
        return recorded != null && recorded.isSkipped()
                ? recorded.skipReason()
                : invoice.pause().text();
    }

    /** Why the last run could not invoice it; null when it could, or did not try. */
    public String problem() {
        return recorded == null ? null : recorded.problem();
    }

    /** It is invoiced, and its invoice was approved at once. */
    public boolean neededNobody() {
        return status() == Status.INVOICED && recorded.approve();
    }

    /** Whether its invoice is approved at once, by the standing yes of its contract. */
    boolean approve() {
        return recorded != null && recorded.isFixed() ? recorded.approve() : contract.approval() == Approval.AUTOMATIC;
    }

    public LocalDate dueOn() {
        return invoice.dueOn();
    }

    public BigDecimal netAmount() {
        return invoice.netAmount();
    }

    Occurrences.Key key() {
        return new Occurrences.Key(contract.id(), invoice.period().from());
    }
}
