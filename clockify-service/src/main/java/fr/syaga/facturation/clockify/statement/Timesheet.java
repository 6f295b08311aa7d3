package fr.syaga.facturation.clockify.statement;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import fr.syaga.facturation.clockify.billing.plan.TimeBills.TimeBill;
import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * What was done for a customer in a month: the justification that goes with the invoice, whose hours it has.
 *
 * @param entries of the month: those on its bill and those within the contract
 * @param late entries of earlier months that are on this month's bill
 * @param facturableHours as they are billed, line by line and rounded as the bill rounds, late ones too
 * @param lateHours the late part of them
 * @param forfaitHours covered by the customer's contracts
 */
record Timesheet(
        String customerCode,
        YearMonth month,
        List<TimeEntryView> entries,
        List<TimeEntryView> late,
        BigDecimal facturableHours,
        BigDecimal lateHours,
        BigDecimal forfaitHours) {

    /** @param ofCustomer the customer's time of the month */
    static Timesheet of(
            String customerCode, YearMonth month, List<TimeEntry> ofCustomer, TimeBill bill, PriceList prices) {
        List<TimeEntry> forfait = ofCustomer.stream()
                .filter(entry -> entry.category() == Category.FORFAIT)
                .toList();
        List<TimeEntry> shown = Stream.concat(bill.own().stream(), forfait.stream())
                .distinct()
                .sorted(Comparator.comparing(TimeEntry::startedAt).thenComparing(TimeEntry::id))
                .toList();
        long covered = shown.stream().mapToLong(TimeEntry::forfaitSeconds).sum();
        return new Timesheet(
                customerCode,
                month,
                views(shown, prices),
                views(bill.late(), prices),
                bill.hours(),
                bill.lateHours(),
                Hours.of(covered));
    }

    /** A billed entry that somebody set running again in Clockify has no end to show. */
    private static List<TimeEntryView> views(List<TimeEntry> entries, PriceList prices) {
        return entries.stream()
                .filter(entry -> !entry.isRunning())
                .map(entry -> TimeEntryView.of(entry, prices))
                .toList();
    }
}
