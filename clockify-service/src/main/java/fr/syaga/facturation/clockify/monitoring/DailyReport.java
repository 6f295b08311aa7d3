package fr.syaga.facturation.clockify.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.HourlyRate;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.TimeEntryView;

/**
 * The billing report of a day: the day and its month up to it, by category and customer, and what the month will bring.
 *
 * @param monthForecast the month's billable euros so far and what its contracts are worth
 * @param uncategorised the month's entries that nobody can be billed for yet
 */
record DailyReport(
        LocalDate date,
        Figures day,
        Figures month,
        List<CustomerFigures> customers,
        BigDecimal recurringNet,
        BigDecimal monthForecast,
        List<TimeEntryView> uncategorised,
        Instant contractsAsOf) {

    /** A customer's month up to the day; the code is null for time of nobody, our own included. */
    record CustomerFigures(String customerCode, Figures month) {}

    /** @param entries the month's entries up to the day */
    static DailyReport of(LocalDate date, List<TimeEntry> entries, ContractBook contracts, HourlyRate rate) {
        Figures month = Figures.of(entries, rate.euros());
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
                        rate.euros()),
                month,
                byCustomer(entries, rate),
                recurring,
                month.netAmount().add(recurring),
                entries.stream()
                        .filter(DailyReport::isNobodys)
                        .map(entry -> TimeEntryView.of(entry, rate))
                        .toList(),
                contracts.asOf());
    }

    private static boolean isNobodys(TimeEntry entry) {
        return entry.category() == null || entry.category() == Category.FACTURABLE && entry.customerCode() == null;
    }

    private static List<CustomerFigures> byCustomer(List<TimeEntry> entries, HourlyRate rate) {
        Map<String, List<TimeEntry>> byCode = new TreeMap<>();
        entries.stream()
                .filter(entry -> entry.category() != null)
                .forEach(entry -> byCode.computeIfAbsent(
                                entry.customerCode() == null ? "" : entry.customerCode(), any -> new ArrayList<>())
                        .add(entry));
        return byCode.entrySet().stream()
                .map(each -> new CustomerFigures(
                        each.getKey().isEmpty() ? null : each.getKey(), Figures.of(each.getValue(), rate.euros())))
                .toList();
    }
}
