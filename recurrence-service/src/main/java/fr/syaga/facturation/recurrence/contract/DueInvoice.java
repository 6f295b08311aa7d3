package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;

import fr.syaga.facturation.recurrence.schedule.Period;

/**
 * What a contract says about one of its due dates.
 *
 * @param label the text of the invoice
 * @param skipped true while the contract is paused
 */
public record DueInvoice(LocalDate dueOn, Period period, BigDecimal netAmount, String label, boolean skipped) {}
