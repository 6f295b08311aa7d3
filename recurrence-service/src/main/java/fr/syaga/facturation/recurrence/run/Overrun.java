package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.InvoicedBeyond;

/**
 * An invoice of a due date that lies beyond the end of its contract, or within a pause of it.
 *
 * @param number null as long as none is known
 * @param left the net amount that nobody credited yet, positive
 */
public record Overrun(Planned planned, UUID invoiceId, String number, BigDecimal left) {

    static Overrun of(Contract contract, Occurrence occurrence) {
        return new Overrun(
                Planned.sent(contract, occurrence),
                occurrence.invoiceId(),
                occurrence.fate().invoiceNumber(),
                occurrence.netAmount().subtract(occurrence.fate().creditedNet()));
    }

    boolean isOpen() {
        return left.signum() > 0;
    }

    InvoicedBeyond.Invoiced view() {
        return new InvoicedBeyond.Invoiced(invoiceId, number, planned.dueOn(), planned.netAmount());
    }
}
