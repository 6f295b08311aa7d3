package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * What was done for a customer in a month: the justification that goes with the invoice.
 *
 * @param facturableHours exact seconds as hours, rounded once; the quantity of the invoice's line
 */
record Timesheet(
        String customerCode,
        YearMonth month,
        List<TimeEntryView> entries,
        BigDecimal facturableHours,
        BigDecimal forfaitHours) {

    static Timesheet of(String customerCode, YearMonth month, List<TimeEntry> entries, HourlyRate rate) {
        return new Timesheet(
                customerCode,
                month,
                entries.stream().map(entry -> TimeEntryView.of(entry, rate)).toList(),
                hours(entries, Category.FACTURABLE),
                hours(entries, Category.FORFAIT));
    }

    private static BigDecimal hours(List<TimeEntry> entries, Category category) {
        return Hours.of(entries.stream()
                .filter(entry -> entry.category() == category)
                .mapToLong(TimeEntry::seconds)
                .sum());
    }
}
