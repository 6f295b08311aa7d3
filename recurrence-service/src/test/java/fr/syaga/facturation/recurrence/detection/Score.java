package fr.syaga.facturation.recurrence.detection;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What detection found of the active contracts that there are (periodicity and amount to the cent), and of their plan.
 *
 * @param wrong found, and no contract
 * @param exact customers whose plan of the next months is right in every date and amount
 * @param nanos processor time
 * @param errors a line for each customer of whom something is wrong
 */
record Score(
        int right,
        int wrong,
        int forgotten,
        int customers,
        int exact,
        long documents,
        long nanos,
        List<String> errors) {

    static final Score NONE = new Score(0, 0, 0, 0, 0, 0, 0, List.of());

    static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int PLANNED_MONTHS = 5;

    static Score of(Histories.Case customer, LocalDate asOf, String name) {
        long start = CPU.getCurrentThreadCpuTime();
        List<Pattern> patterns = Detection.patternsOf(customer.history(), asOf);
        long nanos = CPU.getCurrentThreadCpuTime() - start;
        List<Pattern> active = patterns.stream()
                .filter(each -> each.status() == PatternStatus.ACTIVE)
                .toList();
        List<Histories.Truth> contracts =
                customer.contracts().stream().filter(Histories.Truth::active).toList();
        List<String> found = active.stream()
                .map(each -> each.periodicity() + " " + each.netAmount())
                .toList();
        List<String> known = contracts.stream()
                .map(each -> each.periodicity() + " " + euros(each))
                .toList();
        List<String> plan =
                active.stream().flatMap(each -> plan(each, asOf)).sorted().toList();
        List<String> due =
                contracts.stream().flatMap(each -> plan(each, asOf)).sorted().toList();
        List<String> missing = without(known, found);
        List<String> surplus = without(found, known);
        boolean exact = plan.equals(due);
        String error = "%s %s as of %s [%s] missing %s, surplus %s, plan %s instead of %s"
                .formatted(
                        name,
                        customer.history().customerCode(),
                        asOf,
                        customer.kind(),
                        missing,
                        surplus,
                        without(plan, due),
                        without(due, plan));
        boolean wrong = !exact || !missing.isEmpty() || !surplus.isEmpty();
        return new Score(
                found.size() - surplus.size(),
                surplus.size(),
                missing.size(),
                1,
                exact ? 1 : 0,
                customer.history().documents().size(),
                nanos,
                wrong ? List.of(error) : List.of());
    }

    Score plus(Score other) {
        List<String> all = new ArrayList<>(errors);
        all.addAll(other.errors);
        return new Score(
                right + other.right,
                wrong + other.wrong,
                forgotten + other.forgotten,
                customers + other.customers,
                exact + other.exact,
                documents + other.documents,
                nanos + other.nanos,
                all);
    }

    double precision() {
        return (double) right / (right + wrong);
    }

    double recall() {
        return (double) right / (right + forgotten);
    }

    double f1() {
        return 2 * precision() * recall() / (precision() + recall());
    }

    double exactPlans() {
        return (double) exact / customers;
    }

    private static Stream<String> plan(Pattern pattern, LocalDate asOf) {
        return pattern.schedule()
                .between(pattern.nextDueOn(), asOf.plusMonths(PLANNED_MONTHS))
                .map(due -> due + " " + pattern.netAmount());
    }

    private static Stream<String> plan(Histories.Truth contract, LocalDate asOf) {
        LocalDate end = asOf.plusMonths(PLANNED_MONTHS);
        int step = contract.periodicity().months();
        return Stream.iterate(contract.lastDueMonth() + step, month -> month + step)
                .map(month -> Months.date(month, contract.dayOfMonth()))
                .takeWhile(due -> !due.isAfter(end))
                .filter(due -> due.isAfter(asOf))
                .map(due -> due + " " + euros(contract));
    }

    private static BigDecimal euros(Histories.Truth contract) {
        return BigDecimal.valueOf(contract.netCents(), 2);
    }

    private static List<String> without(List<String> all, List<String> others) {
        List<String> rest = new ArrayList<>(all);
        others.forEach(rest::remove);
        return rest;
    }
}
