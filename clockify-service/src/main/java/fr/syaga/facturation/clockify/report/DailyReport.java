package fr.syaga.facturation.clockify.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.doubt.DoubtView;
import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * The billing report of a day: the day and its month up to it, by category and customer, and what the month will bring.
 *
 * @param monthForecast the month's billable euros so far and what its contracts are worth
 * @param openNet the month's billable euros that are on no draft yet
 * @param threshold from so many open euros on the report is mailed by itself
 * @param doubtful the month's time that cannot be: too long, or one person at two things at once
 * @param uncategorised the month's entries that nobody can be billed for yet
 */
record DailyReport(
        LocalDate date,
        Figures day,
        Figures month,
        List<CustomerFigures> customers,
        BigDecimal recurringNet,
        BigDecimal monthForecast,
        BigDecimal openNet,
        BigDecimal threshold,
        List<DoubtView> doubtful,
        List<TimeEntryView> uncategorised,
        Instant contractsAsOf) {

    /** A customer's month up to the day; the code is null for time of nobody, our own included. */
    record CustomerFigures(String customerCode, Figures month) {

        String name() {
            return customerCode == null ? "(aucun client)" : customerCode;
        }
    }

    /** @param entries the month's entries up to the day */
    static DailyReport of(
            LocalDate date,
            List<TimeEntry> entries,
            List<DoubtView> doubtful,
            ContractBook contracts,
            PriceList prices,
            BigDecimal threshold) {
        Figures month = Figures.of(entries, prices);
        BigDecimal recurring = contracts.contracts().stream()
                .filter(contract -> contract.holdsOn(date))
                .map(Contract::monthlyNet)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
        return new DailyReport(
                date,
                Figures.of(
                        entries.stream()
                                .filter(entry -> entry.day().equals(date))
                                .toList(),
                        prices),
                month,
                byCustomer(entries, prices),
                recurring,
                month.netAmount().add(recurring),
                Worth.of(
                                entries.stream()
                                        .filter(entry -> !entry.isBilled() && !entry.isBilledElsewhere())
                                        .toList(),
                                prices)
                        .netAmount(),
                threshold,
                doubtful,
                entries.stream()
                        .filter(DailyReport::isNobodys)
                        .map(entry -> TimeEntryView.of(entry, prices))
                        .toList(),
                contracts.asOf());
    }

    boolean isWorthAMail() {
        return openNet.compareTo(threshold) >= 0;
    }

    private static boolean isNobodys(TimeEntry entry) {
        return entry.category() == null || entry.category() == Category.FACTURABLE && entry.customerCode() == null;
    }

    private static List<CustomerFigures> byCustomer(List<TimeEntry> entries, PriceList prices) {
        Map<String, List<TimeEntry>> byCode = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.category() != null)
                .forEach(entry -> byCode.computeIfAbsent(
                                entry.customerCode() == null ? "" : entry.customerCode(), any -> new ArrayList<>())
                        .add(entry));
        return byCode.entrySet().stream()
                .map(each -> new CustomerFigures(
                        each.getKey().isEmpty() ? null : each.getKey(), Figures.of(each.getValue(), prices)))
                .toList();
    }
}
