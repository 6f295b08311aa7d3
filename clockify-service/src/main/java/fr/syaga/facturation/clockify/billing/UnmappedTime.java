package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.Hours;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * FACTURABLE time that nobody is billed for, because its Clockify client is no customer yet.
 *
 * @param clientName null for projects without a client
 * @param netAmount what it would cost, as an estimate
 */
record UnmappedTime(String clientName, int entries, BigDecimal hours, BigDecimal netAmount) {

    static List<UnmappedTime> of(List<TimeEntry> month, BigDecimal rate) {
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
                .map(each -> of(each.getKey().isEmpty() ? null : each.getKey(), each.getValue(), rate))
                .toList();
    }

    private static UnmappedTime of(String client, List<TimeEntry> entries, BigDecimal rate) {
        BigDecimal hours =
                Hours.of(entries.stream().mapToLong(TimeEntry::seconds).sum());
        return new UnmappedTime(
                client, entries.size(), hours, hours.multiply(rate).setScale(2, RoundingMode.HALF_UP));
    }
}
