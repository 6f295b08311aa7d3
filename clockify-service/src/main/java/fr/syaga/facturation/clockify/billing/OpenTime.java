package fr.syaga.facturation.clockify.billing;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** Free FACTURABLE time of one customer: this month's, and what came late for months billed before. */
record OpenTime(String customerCode, Map<YearMonth, List<TimeEntry>> byMonth) {

    /** Groups entries by customer, in the order of codes; entries of nobody are left out. */
    static List<OpenTime> byCustomer(List<TimeEntry> entries) {
        Map<String, OpenTime> open = new TreeMap<>();
        for (TimeEntry entry : entries) {
            if (entry.customerCode() != null) {
                open.computeIfAbsent(entry.customerCode(), code -> new OpenTime(code, new TreeMap<>()))
                        .byMonth()
                        .computeIfAbsent(YearMonth.from(entry.day()), any -> new ArrayList<>())
                        .add(entry);
            }
        }
        return List.copyOf(open.values());
    }

    /** The bill of {@code month}: the month's own time first, then what came late, the oldest first. */
    Bill bill(YearMonth month, BillingTerms terms, PriceList prices) {
        List<BillingTerms.Measured> lines = byMonth.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().isBefore(month)))
                .flatMap(each ->
                        terms.lines(each.getKey(), each.getKey().isBefore(month), each.getValue(), prices).stream())
                .toList();
        return new Bill(
                lines.stream().map(BillingTerms.Measured::line).toList(),
                lines.stream().flatMap(line -> line.entries().stream()).toList());
    }

    /** Lines, and the entries that are locked to them. */
    record Bill(List<BilledLine> lines, List<TimeEntry> entries) {}
}
