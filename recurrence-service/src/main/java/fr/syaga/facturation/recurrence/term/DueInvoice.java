package fr.syaga.facturation.recurrence.term;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

import fr.syaga.facturation.recurrence.schedule.DueDates;
import fr.syaga.facturation.recurrence.schedule.Period;

/**
 * What a contract says about one of its due dates.
 *
 * @param dueOn the date of the invoice; moving it moves nothing else
 * @param period the whole months that it stands for: with the contract they are the identity of the occurrence
 * @param service the days of the period that are invoiced; all of them unless the contract is prorated
 * @param text the words of the invoice
 * @param pause why it is not invoiced, while the contract is paused; else null
 */
public record DueInvoice(
        LocalDate dueOn, Period period, Period service, BigDecimal netAmount, InvoiceText text, Reason pause) {

    /** Why something is not invoiced; the text is null when nobody gave one. */
    public record Reason(String text) {}

    /** A part of a period costs its share of the price, by the day. */
    public static DueInvoice of(DueDates.Due due, BigDecimal price, InvoiceText text, Optional<Pause> pause) {
        Period period = due.period();
        Period service = due.service();
        return new DueInvoice(
                due.dueOn(),
                period,
                service,
                due.isWhole()
                        ? price
                        : Price.share(price, BigDecimal.valueOf(service.days()), BigDecimal.valueOf(period.days())),
                text.of(period, due.isWhole() ? null : period.partInFrench(service)),
                pause.map(each -> new Reason(each.reason())).orElse(null));
    }

    /** What is done, and for which months. */
    public String label() {
        return text.label();
    }

    public boolean isPaused() {
        return pause != null;
    }
}
