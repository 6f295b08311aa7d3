package fr.syaga.facturation.clockify.conflict;

import java.math.BigDecimal;

import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Verdict;

/**
 * A row that contradicts Clockify, and what is at stake.
 *
 * @param customerCode, category, netAmount what it would be if it were kept; the amount is an estimate without VAT
 * @param contradicts the entry that Clockify has
 */
public record ConflictView(
        TimeEntryView row,
        BigDecimal hours,
        String customerCode,
        Category category,
        BigDecimal netAmount,
        TimeEntryView contradicts) {

    static ConflictView of(TimeEntry row, TimeEntry contradicted, Verdict ifKept, PriceList prices) {
        return new ConflictView(
                TimeEntryView.of(row, prices),
                Hours.of(row.seconds()),
                ifKept.customerCode(),
                ifKept.category(),
                Worth.amountAs(row, ifKept, prices),
                TimeEntryView.of(contradicted, prices));
    }
}
