package fr.syaga.facturation.recurrence.occurrence;

import java.util.UUID;

import fr.syaga.facturation.recurrence.schedule.Period;
import fr.syaga.facturation.recurrence.term.DueInvoice;

/**
 * An invoice that a contract asks for today.
 *
 * @param approve whether it is approved as soon as it is made
 */
public record InvoiceRequest(UUID contractId, DueInvoice invoice, boolean approve) {

    OccurrenceKey key() {
        return new OccurrenceKey(contractId, period().from());
    }

    Period period() {
        return invoice.period();
    }
}
