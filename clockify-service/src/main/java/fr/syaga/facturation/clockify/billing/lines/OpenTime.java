package fr.syaga.facturation.clockify.billing.lines;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.layout.BillingLayout;
import fr.syaga.facturation.clockify.layout.LayoutGroup;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/** Free FACTURABLE time of one customer: this month's, and what came late for months billed before. */
public record OpenTime(String customerCode, Map<YearMonth, List<TimeEntry>> byMonth) {

    /** Groups entries by customer, in the order of codes; entries of nobody are left out. */
    public static List<OpenTime> byCustomer(List<TimeEntry> entries) {
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

    /**
     * The bills of {@code month}, those without a line left out. On each the month's own time stands first, then what came late,
     * the oldest first.
     *
     * @param layout null for one bill of all
     */
    public List<Bill> bills(YearMonth month, BillingLayout layout, BillingTerms terms, PriceList prices) {
        Map<String, Bill> bills = new LinkedHashMap<>();
        if (layout == null) {
            Bill all = new Bill(customerCode, "", null, new ArrayList<>());
            inOrder(month)
                    .forEach(each -> all.measured()
                            .addAll(terms.lines(
                                    each.getKey(), each.getKey().isBefore(month), each.getValue(), prices)));
            bills.put(all.part(), all);
        } else {
            for (int place = 0; place <= layout.groups().size(); place++) {
                bill(layout, place, bills).measured().addAll(linesOf(month, layout, place, terms, prices));
            }
        }
        return bills.values().stream()
                .filter(bill -> !bill.measured().isEmpty())
                .toList();
    }

    private Bill bill(BillingLayout layout, int place, Map<String, Bill> bills) {
        LayoutGroup group = layout.at(place);
        return bills.computeIfAbsent(
                layout.partOf(place),
                part -> new Bill(customerCode, part, group.ownInvoice() ? group.title() : null, new ArrayList<>()));
    }

    private List<Bill.Measured> linesOf(
            YearMonth month, BillingLayout layout, int place, BillingTerms terms, PriceList prices) {
        List<Bill.Measured> lines = new ArrayList<>();
        for (Map.Entry<YearMonth, List<TimeEntry>> each : inOrder(month)) {
            List<TimeEntry> taken = each.getValue().stream()
                    .filter(entry -> layout.placeOf(entry.details()) == place)
                    .toList();
            boolean late = each.getKey().isBefore(month);
            lines.addAll(terms.lines(layout.at(place), each.getKey(), late, taken, prices));
        }
        return lines;
    }

    private List<Map.Entry<YearMonth, List<TimeEntry>>> inOrder(YearMonth month) {
        return byMonth.entrySet().stream()
                .sorted(Comparator.comparing(each -> each.getKey().isBefore(month)))
                .toList();
    }
}
