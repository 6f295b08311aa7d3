package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

import fr.syaga.facturation.recurrence.schedule.Period;

/**
 * What a contract says about one of its due dates.
 *
 * @param dueOn the date of the invoice; moving it moves nothing else
 * @param period the whole months that it stands for: with the contract they are the identity of the occurrence
 * @param service the days of the period that are invoiced; all of them unless the contract is prorated
 * @param label the text of the invoice
 * @param pause why it is not invoiced, while the contract is paused; else null
 */
public record DueInvoice(
        LocalDate dueOn, Period period, Period service, BigDecimal netAmount, String label, Reason pause) {

    /** Why something is not invoiced; the text is null when nobody gave one. */
    public record Reason(String text) {}

    public boolean isPaused() {
        return pause != null;
    }
}
