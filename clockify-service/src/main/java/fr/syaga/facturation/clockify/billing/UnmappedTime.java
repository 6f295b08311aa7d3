package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Worth;

/**
 * FACTURABLE time that nobody is billed for, because its Clockify client is no customer yet.
 *
 * @param clientName null for projects without a client
 * @param netAmount what it would cost, as an estimate
 */
record UnmappedTime(String clientName, int entries, BigDecimal hours, BigDecimal netAmount) {

    static List<UnmappedTime> of(List<TimeEntry> month, PriceList prices) {
        Map<String, List<TimeEntry>> byClient = new TreeMap<>();
        month.stream()
                .filter(entry -> entry.category() == Category.FACTURABLE && entry.customerCode() == null)
                .forEach(entry -> byClient.computeIfAbsent(
                                entry.work().clientName() == null
                                        ? ""
                                        : entry.work().clientName(),
                                any -> new ArrayList<>())
                        .add(entry));
        return byClient.entrySet().stream()
                .map(each -> of(each.getKey().isEmpty() ? null : each.getKey(), each.getValue(), prices))
                .toList();
    }

    private static UnmappedTime of(String client, List<TimeEntry> entries, PriceList prices) {
        Worth worth = Worth.of(entries, prices);
        return new UnmappedTime(client, entries.size(), worth.hours(), worth.netAmount());
    }
}
