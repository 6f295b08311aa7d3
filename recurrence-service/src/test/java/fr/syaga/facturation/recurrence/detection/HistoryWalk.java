package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/**
 * Holds what detection says at the month ends of a history against what its later documents tell of them. A contract is known to
 * have been there when it was billed four times (three when it is rarer) and was billed again.
 */
final class HistoryWalk {

    /** An invoice that comes a few days late was not known to be late on its due date. */
    private static final int LATE_DAYS = 3;

    private static final int YOUNGEST_MONTHLY = 4;
    private static final int YOUNGEST = 3;

    private final List<Pattern> known;
    private final List<CustomerHistory> customers;
    private final Map<String, HistoryDocument> documents = new HashMap<>();
    private final List<String> errors = new ArrayList<>();
    private int confirmed;
    private int missing;
    private int told;
    private int wrong;

    HistoryWalk(List<CustomerHistory> customers, LocalDate asOf) {
        this.customers = customers;
        this.known = customers.stream()
                .flatMap(customer -> Detection.patternsOf(customer, asOf).stream())
                .toList();
        customers.forEach(customer -> customer.documents().forEach(each -> documents.put(each.number(), each)));
    }

    static HistoryWalk overTheDemonstration() {
        return new HistoryWalk(DemoHistory.customers(), DemoHistory.AS_OF)
                .through(YearMonth.of(2012, 1), YearMonth.of(2025, 7));
    }

    static HistoryWalk overTheMonth() {
        return new HistoryWalk(MonthHistory.customers(), DemoHistory.AS_OF)
                .through(YearMonth.of(2019, 1), YearMonth.of(2025, 7));
    }

    /** Walks from month end to month end. */
    private HistoryWalk through(YearMonth first, YearMonth last) {
        for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            lookBackFrom(month.atEndOfMonth());
        }
        return this;
    }

    /** Contracts that were there for certain and were found, each month end. */
    int confirmed() {
        return confirmed;
    }

    /** Contracts that were there for certain, each month end. */
    int certain() {
        return confirmed + missing;
    }

    /** All that detection said. */
    int told() {
        return told;
    }

    /** What it said and no later document confirms. */
    int wrong() {
        return wrong;
    }

    List<String> errors() {
        return errors;
    }

    private void lookBackFrom(LocalDate asOf) {
        Set<String> certain = new TreeSet<>();
        Set<String> thinkable = new TreeSet<>();
        known.forEach(pattern -> judge(pattern, asOf, certain, thinkable));
        Set<String> found = found(asOf);
        certain.stream().filter(found::contains).forEach(line -> confirmed++);
        told += found.size();
        certain.stream().filter(line -> !found.contains(line)).forEach(line -> {
            missing++;
            errors.add(asOf + " missing " + line);
        });
        found.stream().filter(line -> !thinkable.contains(line)).forEach(line -> {
            wrong++;
            errors.add(asOf + " wrong " + line);
        });
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
        String line = line(pattern, price(pattern, billed));
        if (billed.size() >= youngest && last.issuedOn().plusMonths(months).isAfter(asOf.minusDays(LATE_DAYS))) {
            certain.add(line);
        }
        int untilTheEnd = months * pattern.periodicity().missesThatEnd() + 2;
        if (last.issuedOn().plusMonths(untilTheEnd).isAfter(asOf)) {
            thinkable.add(line);
        }
    }

    /** What was last billed; an amount that later documents show to have been a mistake is none. */
    private static long price(Pattern pattern, List<HistoryDocument> billed) {
        Set<String> mistakes = pattern.leaks().stream()
                .filter(leak -> leak.kind() == Leak.Kind.AMOUNT)
                .map(Leak::number)
                .collect(Collectors.toSet());
        return billed.stream()
                .filter(each -> !mistakes.contains(each.number()))
                .reduce((a, b) -> b.issuedOn().isBefore(a.issuedOn()) ? a : b)
                .orElse(billed.get(0))
                .netCents();
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
