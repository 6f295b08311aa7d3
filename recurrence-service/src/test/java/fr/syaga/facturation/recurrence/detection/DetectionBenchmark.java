package fr.syaga.facturation.recurrence.detection;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import fr.syaga.facturation.recurrence.schedule.Periodicity;

/**
 * Measures detection on invented histories whose truth is known, and prints precision, recall, F1, how many plans of the next
 * five months are exact, and the cost. Run it as the README says; the tests hold its floor.
 */
public final class DetectionBenchmark {

    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
    private static final int CUSTOMERS = 150;
    private static final int PLANNED_MONTHS = 5;

    private DetectionBenchmark() {}

    /** What was found of what there is, over all seeds. */
    record Score(
            int right,
            int wrong,
            int forgotten,
            int plans,
            int exactPlans,
            long documents,
            long nanos,
            List<String> errors) {

        double precision() {
            return (double) right / (right + wrong);
        }

        double recall() {
            return (double) right / (right + forgotten);
        }

        double f1() {
            return 2 * precision() * recall() / (precision() + recall());
        }
    }

    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 40;
        for (HistoryGenerator.Mix mix : HistoryGenerator.Mix.values()) {
            Score score = measure(mix, 1, seeds);
            if (arguments.length > 1) {
                score.errors().forEach(System.out::println);
            }
            System.out.printf(
                    Locale.ROOT,
                    "%-8s seeds=%d documents=%d contracts=%d precision=%.4f recall=%.4f F1=%.4f exact plans of customers=%.4f microseconds a document=%.2f%n",
                    mix,
                    seeds,
                    score.documents(),
                    score.right() + score.forgotten(),
                    score.precision(),
                    score.recall(),
                    score.f1(),
                    (double) score.exactPlans() / score.plans(),
                    score.nanos() / 1000.0 / score.documents());
        }
    }

    static Score measure(HistoryGenerator.Mix mix, int fromSeed, int toSeed) {
        int right = 0;
        int wrong = 0;
        int forgotten = 0;
        int plans = 0;
        int exact = 0;
        long documents = 0;
        long nanos = 0;
        List<String> errors = new ArrayList<>();
        for (int seed = fromSeed; seed <= toSeed; seed++) {
            HistoryGenerator generator = new HistoryGenerator(seed, mix);
            for (HistoryGenerator.Case each : generator.customers(CUSTOMERS)) {
                long start = CPU.getCurrentThreadCpuTime();
                List<Pattern> patterns = Detection.patternsOf(each.history(), generator.asOf());
                nanos += CPU.getCurrentThreadCpuTime() - start;
                documents += each.history().documents().size();
                List<String> found = patterns.stream()
                        .filter(pattern -> pattern.status() == PatternStatus.ACTIVE)
                        .map(pattern -> name(
                                pattern.periodicity(),
                                pattern.netAmount().movePointRight(2).longValueExact()))
                        .collect(Collectors.toCollection(ArrayList::new));
                List<String> known = each.contracts().stream()
                        .filter(HistoryGenerator.Truth::active)
                        .map(truth -> name(truth.periodicity(), truth.netCents()))
                        .collect(Collectors.toCollection(ArrayList::new));
                List<String> missing = new ArrayList<>(known);
                found.forEach(missing::remove);
                List<String> surplus = new ArrayList<>(found);
                known.forEach(surplus::remove);
                right += found.size() - surplus.size();
                wrong += surplus.size();
                forgotten += missing.size();
                plans++;
                Set<String> planned = plan(patterns, generator);
                Set<String> expected = expected(each, generator);
                exact += planned.equals(expected) ? 1 : 0;
                if (!planned.equals(expected) || !surplus.isEmpty() || !missing.isEmpty()) {
                    errors.add("seed %d %s %s asOf %s [%s] missing %s surplus %s plan %s instead of %s"
                            .formatted(
                                    seed,
                                    mix,
                                    each.history().customerCode(),
                                    generator.asOf(),
                                    each.kind(),
                                    missing,
                                    surplus,
                                    planned,
                                    expected));
                }
            }
        }
        return new Score(right, wrong, forgotten, plans, exact, documents, nanos, errors);
    }

    private static Set<String> plan(List<Pattern> patterns, HistoryGenerator generator) {
        Set<String> plan = new TreeSet<>();
        patterns.stream()
                .filter(pattern -> pattern.status() == PatternStatus.ACTIVE)
                .forEach(pattern -> pattern.schedule()
                        .between(generator.asOf().plusDays(1), generator.asOf().plusMonths(PLANNED_MONTHS))
                        .forEach(due -> plan.add(due + " " + pattern.netAmount())));
        return plan;
    }

    private static Set<String> expected(HistoryGenerator.Case each, HistoryGenerator generator) {
        Set<String> plan = new TreeSet<>();
        for (HistoryGenerator.Truth truth : each.contracts()) {
            for (int month = truth.lastDueMonth();
                    truth.active();
                    month += truth.periodicity().months()) {
                var due = Months.date(month, truth.dayOfMonth());
                if (due.isAfter(generator.asOf().plusMonths(PLANNED_MONTHS))) {
                    break;
                }
                if (due.isAfter(generator.asOf())) {
                    plan.add(due + " " + java.math.BigDecimal.valueOf(truth.netCents(), 2));
                }
            }
        }
        return plan;
    }

    private static String name(Periodicity periodicity, long cents) {
        return periodicity + " " + cents;
    }
}
