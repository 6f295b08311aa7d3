package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/** Holds what detection says on earlier days of the demonstration against what its whole history tells of them. */
final class DemoWalk {

    /** An invoice that comes a few days late was not known to be late on its due date. */
    private static final int LATE_DAYS = 3;

    private static final int YOUNGEST_MONTHLY = 4;
    private static final int YOUNGEST = 3;

    private final List<Pattern> known;
    private final List<CustomerHistory> customers = DemoHistory.customers();
    private final Map<String, HistoryDocument> documents = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private int confirmed;

    DemoWalk(List<Pattern> known) {
        this.known = known;
        customers.forEach(customer -> customer.documents().forEach(each -> documents.put(each.number(), each)));
    }

    int confirmed() {
        return confirmed;
    }

    List<String> errors() {
        return errors;
    }

    void lookBackFrom(LocalDate asOf) {
        Set<String> certain = new TreeSet<>();
        Set<String> thinkable = new TreeSet<>();
        known.forEach(pattern -> judge(pattern, asOf, certain, thinkable));
        Set<String> found = found(asOf);
        certain.stream().filter(found::contains).forEach(line -> confirmed++);
        certain.stream().filter(line -> !found.contains(line)).forEach(line -> errors.add(asOf + " missing " + line));
        found.stream().filter(line -> !thinkable.contains(line)).forEach(line -> errors.add(asOf + " wrong " + line));
    }

    /** Between a contract that must be found and one that may be there are young ones and those whose invoice is late. */
    private void judge(Pattern pattern, LocalDate asOf, Set<String> certain, Set<String> thinkable) {
        List<HistoryDocument> billed = pattern.evidence().stream()
                .map(documents::get)
                .filter(each -> !each.issuedOn().isAfter(asOf))
                .toList();
        if (billed.isEmpty()) {
            return;
        }
        HistoryDocument last = billed.stream()
                .reduce((a, b) -> b.issuedOn().isBefore(a.issuedOn()) ? a : b)
                .orElseThrow();
        int months = pattern.periodicity().months();
        int youngest = pattern.periodicity() == Periodicity.MONTHLY ? YOUNGEST_MONTHLY : YOUNGEST;
        String line = line(pattern, last.netCents());
        if (billed.size() >= youngest && last.issuedOn().plusMonths(months).isAfter(asOf.minusDays(LATE_DAYS))) {
            certain.add(line);
        }
        int untilTheEnd = months * pattern.periodicity().missesThatEnd() + 2;
        if (last.issuedOn().plusMonths(untilTheEnd).isAfter(asOf)) {
            thinkable.add(line);
        }
    }

    private Set<String> found(LocalDate asOf) {
        Set<String> found = new TreeSet<>();
        for (CustomerHistory customer : customers) {
            Detection.patternsOf(customer, asOf).stream()
                    .filter(each -> each.status() == PatternStatus.ACTIVE)
                    .map(each -> line(each, each.netAmount().movePointRight(2).longValueExact()))
                    .forEach(found::add);
        }
        return found;
    }

    private static String line(Pattern pattern, long cents) {
        return "%s %s %d".formatted(pattern.customerCode(), pattern.periodicity(), cents);
    }
}
