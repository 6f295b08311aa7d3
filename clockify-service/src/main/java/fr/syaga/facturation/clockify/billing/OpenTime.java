package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

    /** The lines of a bill of {@code month}: the month's own time first, then what came late, the oldest first. */
    List<BilledLine> lines(YearMonth month, BigDecimal rate) {
        List<BilledLine> lines = new ArrayList<>();
        byMonth.forEach((each, entries) -> {
            boolean late = each.isBefore(month);
            BilledLine line = BilledLine.of(each, late, entries, rate);
            if (line.isWorthBilling()) {
                lines.add(late ? lines.size() : 0, line);
            }
        });
        return lines;
    }

    /** The entries that those lines hold. */
    List<TimeEntry> billable(YearMonth month, BigDecimal rate) {
        return byMonth.entrySet().stream()
                .filter(each -> BilledLine.of(each.getKey(), each.getKey().isBefore(month), each.getValue(), rate)
                        .isWorthBilling())
                .flatMap(each -> each.getValue().stream())
                .toList();
    }
}
