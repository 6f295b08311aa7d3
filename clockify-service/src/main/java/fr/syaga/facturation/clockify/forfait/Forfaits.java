package fr.syaga.facturation.clockify.forfait;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.recurrence.ContractBook;
import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** The hours of a month and of the year that ends with it, held against the contracts as they were last read. */
@ApplicationScoped
public class Forfaits {

    private static final int TREND_MONTHS = 12;

    private final TimeEntries entries;
    private final Contracts contracts;
    private final HourlyRates rates;

    Forfaits(TimeEntries entries, Contracts contracts, HourlyRates rates) {
        this.entries = entries;
        this.contracts = contracts;
        this.rates = rates;
    }

    /** To be called within a transaction. */
    public ForfaitMonth month(YearMonth month) {
        ContractBook book = contracts.book();
        PriceList prices = rates.prices();
        YearMonth first = month.minusMonths(TREND_MONTHS - 1L);
        Map<String, List<TimeEntry>> spent = new HashMap<>();
        entries.between(first.atDay(1), month.atEndOfMonth()).stream()
                .filter(entry -> entry.customerCode() != null && entry.contractSeconds() > 0)
                .forEach(entry -> spent.computeIfAbsent(entry.customerCode(), any -> new ArrayList<>())
                        .add(entry));
        List<ForfaitUse> items = byCustomer(book, month).entrySet().stream()
                .map(each -> ForfaitUse.of(
                        each.getValue(), new ForfaitTime(spent.getOrDefault(each.getKey(), List.of())), month, prices))
                .toList();
        return ForfaitMonth.of(month, items, book.asOf());
    }

    private static Map<String, List<Contract>> byCustomer(ContractBook book, YearMonth month) {
        Map<String, List<Contract>> byCustomer = new TreeMap<>();
        book.contracts().stream()
                .filter(contract -> contract.coversADayOf(month))
                .forEach(contract -> byCustomer
                        .computeIfAbsent(contract.customerCode(), any -> new ArrayList<>())
                        .add(contract));
        return byCustomer;
    }
}
