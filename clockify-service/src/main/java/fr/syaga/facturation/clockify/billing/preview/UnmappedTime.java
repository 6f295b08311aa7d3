package fr.syaga.facturation.clockify.billing.preview;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * FACTURABLE time that nobody is billed for, because its client or project is no customer yet.
 *
 * @param clientName null for entries that name no client
 * @param projectName of entries that name no client
 * @param netAmount what it would cost, as an estimate
 */
public record UnmappedTime(String clientName, String projectName, int entries, BigDecimal hours, BigDecimal netAmount) {

    static List<UnmappedTime> of(List<TimeEntry> month, PriceList prices) {
        Map<Name, List<TimeEntry>> byName = month.stream()
                .filter(entry ->
                        entry.category() == Category.FACTURABLE && entry.customerCode() == null && !entry.isBilled())
                .filter(entry -> !entry.isBilledElsewhere())
                .collect(Collectors.groupingBy(entry -> Name.of(entry.details()), TreeMap::new, Collectors.toList()));
        return byName.entrySet().stream()
                .map(each -> of(each.getKey(), each.getValue(), prices))
                .toList();
    }

    private static UnmappedTime of(Name name, List<TimeEntry> entries, PriceList prices) {
        Worth worth = Worth.of(entries, prices);
        return new UnmappedTime(name.client(), name.project(), entries.size(), worth.hours(), worth.netAmount());
    }

    /** The client, or the project of who names none. */
    private record Name(String client, String project) implements Comparable<Name> {

        private static final Comparator<String> NULLS_FIRST = Comparator.nullsFirst(Comparator.naturalOrder());
        private static final Comparator<Name> ORDER =
                Comparator.comparing(Name::client, NULLS_FIRST).thenComparing(Name::project, NULLS_FIRST);

        private static Name of(EntryDetails details) {
            return new Name(details.clientName(), details.clientName() == null ? details.projectName() : null);
        }

        @Override
        public int compareTo(Name other) {
            return ORDER.compare(this, other);
        }
    }
}
