package fr.syaga.facturation.clockify.billing.lines;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.syaga.facturation.clockify.doubt.Doubt;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Time that cannot be, and the customers who wait for a person because of it. All bills of such a customer wait: an invoice
 * without the doubtful hours would have to be followed by a second one for the same month, and which hours those are is the
 * question itself.
 */
public final class DoubtfulTime {

    private final Map<UUID, Set<Doubt>> byEntry = new HashMap<>();
    private final List<Doubt> doubts;

    public DoubtfulTime(List<Doubt> doubts) {
        this.doubts = doubts;
        for (Doubt doubt : doubts) {
            Stream.of(doubt.entry(), doubt.other() == null ? doubt.entry() : doubt.other())
                    .forEach(entry -> byEntry.computeIfAbsent(entry.id(), any -> new LinkedHashSet<>())
                            .add(doubt));
        }
    }

    public List<Doubt> doubts() {
        return doubts;
    }

    /** Those about some entries, each once. */
    public List<Doubt> of(Collection<TimeEntry> entries) {
        return entries.stream()
                .flatMap(entry -> byEntry.getOrDefault(entry.id(), Set.of()).stream())
                .distinct()
                .toList();
    }

    /** The customers of these bills who wait. */
    public Set<String> customersHeld(Collection<Bill> bills) {
        return bills.stream().filter(this::isDoubtful).map(Bill::customerCode).collect(Collectors.toSet());
    }

    /** Some of its time is billed by what it lasts, and cannot be; a fixed price is the same whatever was tracked. */
    private boolean isDoubtful(Bill bill) {
        return bill.measured().stream()
                .filter(measured -> !measured.line().hasFixedPrice())
                .flatMap(measured -> measured.entries().stream())
                .anyMatch(entry -> entry.facturableSeconds() > 0 && byEntry.containsKey(entry.id()));
    }
}
