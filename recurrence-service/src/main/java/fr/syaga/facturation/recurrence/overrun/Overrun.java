package fr.syaga.facturation.recurrence.overrun;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.InvoicedBeyond;
import fr.syaga.facturation.recurrence.detection.Pattern;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.term.DueInvoice;

/**
 * An invoice of a due date that lies beyond the end of its contract, or within a pause of it.
 *
 * @param occurrenceId what a run made it for; null for one of the history
 * @param invoiceId null for one of the history, which its number names
 * @param number null as long as none is known
 * @param left the net amount that nobody credited yet, positive
 */
public record Overrun(
        Contract contract,
        LocalDate dueOn,
        String label,
        BigDecimal netAmount,
        UUID occurrenceId,
        UUID invoiceId,
        String number,
        BigDecimal left) {

    /** One that a run made. */
    static Overrun of(Contract contract, Occurrence occurrence) {
        DueInvoice sent = occurrence.asSent();
        return new Overrun(
                contract,
                sent.dueOn(),
                sent.label(),
                sent.netAmount(),
                occurrence.id(),
                occurrence.invoiceId(),
                occurrence.fate().invoiceNumber(),
                occurrence.netAmount().subtract(occurrence.fate().creditedNet()));
    }

    /** One that the latest analysis found in the history, where nothing credited it. */
    static Overrun of(Contract contract, Pattern.Occurrence billed) {
        return new Overrun(
                contract,
                billed.dueOn(),
                contract.label(),
                billed.netAmount(),
                null,
                null,
                billed.number(),
                billed.netAmount());
    }

    boolean isOpen() {
        return left.signum() > 0;
    }

    InvoicedBeyond.Invoiced view() {
        return new InvoicedBeyond.Invoiced(invoiceId, number, dueOn, netAmount);
    }
}
