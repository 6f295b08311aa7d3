package fr.syaga.facturation.recurrence.plan;

import java.math.BigDecimal;
import java.time.LocalDate;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.occurrence.InvoiceRequest;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.OccurrenceKey;
import fr.syaga.facturation.recurrence.term.Approval;
import fr.syaga.facturation.recurrence.term.DueInvoice;

/**
 * One due date of a contract and what became of it: the contract's words as long as nothing was asked for, those that were sent
 * ever after.
 *
 * @param recorded null as long as no run and no person touched it
 * @param agreed what the contract says now; null when it says nothing of that period any more
 */
public record Planned(Contract contract, DueInvoice invoice, Occurrence recorded, DueInvoice agreed) {

    /** One that the contract plans. */
    static Planned of(Contract contract, DueInvoice agreed) {
        return new Planned(contract, agreed, null, agreed);
    }

    /** The same, with what became of it. */
    Planned with(Occurrence occurrence) {
        return new Planned(contract, occurrence.isFixed() ? occurrence.asSent() : agreed, occurrence, agreed);
    }

    /** One that was sent, whatever its contract says of it now. */
    public static Planned sent(Contract contract, Occurrence occurrence) {
        return new Planned(contract, occurrence.asSent(), occurrence, null);
    }

    public DueStatus status() {
        if (recorded != null && recorded.isInvoiced()) {
            return DueStatus.INVOICED;
        }
        boolean asked = recorded != null && recorded.isFixed();
        boolean skipped = recorded != null && recorded.isSkipped();
        return skipped || !asked && invoice.isPaused() ? DueStatus.SKIPPED : DueStatus.PLANNED;
    }

    /** It counts: it is invoiced, or to be. */
    public boolean isDue() {
        return status() != DueStatus.SKIPPED;
    }

    public boolean isOpen() {
        return status() == DueStatus.PLANNED;
    }

    /** It waits for a person: its invoice was dropped or cancelled. */
    public boolean isWithdrawn() {
        return recorded != null && recorded.isWithdrawn();
    }

    /** It was invoiced, at another amount than the contract asks for the same months now. */
    public boolean isOffTheContract() {
        return status() == DueStatus.INVOICED
                && agreed != null
                && !agreed.isPaused()
                && agreed.period().equals(invoice.period())
                && agreed.netAmount().compareTo(invoice.netAmount()) != 0;
    }

    /** Why it is skipped; null when it is not, or when nobody said why. */
    public String reason() {
        if (status() != DueStatus.SKIPPED) {
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
        return status() == DueStatus.INVOICED && recorded.approve();
    }

    /** Whether its invoice is approved at once, by the standing yes of its contract. */
    public boolean approve() {
        return recorded != null && recorded.isFixed() ? recorded.approve() : contract.approval() == Approval.AUTOMATIC;
    }

    public LocalDate dueOn() {
        return invoice.dueOn();
    }

    public BigDecimal netAmount() {
        return invoice.netAmount();
    }

    /** What a run asks for, or a person leaves out. */
    public InvoiceRequest request() {
        return new InvoiceRequest(contract.id(), invoice, approve());
    }

    public OccurrenceKey key() {
        return new OccurrenceKey(contract.id(), invoice.period().from());
    }
}
