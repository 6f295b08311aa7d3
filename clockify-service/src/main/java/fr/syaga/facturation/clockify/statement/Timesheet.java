package fr.syaga.facturation.clockify.statement;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

import fr.syaga.facturation.clockify.timesheet.Hours;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntryView;

/**
 * What was done for a customer in a month: the justification that goes with the invoice.
 *
 * @param facturableHours as they are billed, line by line and rounded as the bill rounds
 * @param forfaitHours covered by the customer's contracts
 */
record Timesheet(
        String customerCode,
        YearMonth month,
        List<TimeEntryView> entries,
        BigDecimal facturableHours,
        BigDecimal forfaitHours) {

    static Timesheet of(
            String customerCode,
            YearMonth month,
            List<TimeEntry> entries,
            List<TimeEntryView> views,
            BigDecimal facturableHours) {
        long covered = entries.stream().mapToLong(TimeEntry::forfaitSeconds).sum();
        return new Timesheet(customerCode, month, views, facturableHours, Hours.of(covered));
    }
}
