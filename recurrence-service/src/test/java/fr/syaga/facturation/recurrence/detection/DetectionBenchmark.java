package fr.syaga.facturation.recurrence.detection;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Measures detection on invented companies whose contracts are known: precision, recall and F1 of the active ones, how many
 * customers' plans of the next five months are exact, and the processor time. The tests hold its floor.
 */
public final class DetectionBenchmark {

    private static final int CUSTOMERS = 150;

    private DetectionBenchmark() {}

    /** Arguments: how many companies a row, and any second word to see every error. */
    public static void main(String[] arguments) {
        int seeds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 10;
        for (Histories.Mix mix : Histories.Mix.values()) {
            print("HistoryGenerator " + mix, measure(seed -> new HistoryGenerator(seed, mix), 1, seeds), arguments);
            print("SimulatedCompany " + mix, measure(seed -> new SimulatedCompany(seed, mix), 1, seeds), arguments);
        }
    }

    static Score measure(LongFunction<Histories> company, long fromSeed, long toSeed) {
        return LongStream.rangeClosed(fromSeed, toSeed)
                .mapToObj(seed -> measure(seed, company.apply(seed)))
                .reduce(Score.NONE, Score::plus);
    }

    private static Score measure(long seed, Histories company) {
        return company.customers(CUSTOMERS).stream()
                .map(each -> Score.of(each, company.asOf(), "seed " + seed))
                .reduce(Score.NONE, Score::plus);
    }

    private static void print(String name, Score score, String[] arguments) {
        List<String> errors = arguments.length > 1 ? score.errors() : List.of();
        errors.forEach(each -> System.out.println(name + " " + each));
        System.out.printf(
                Locale.ROOT,
                "%s: %d documents, %d active contracts, precision %.4f, recall %.4f, F1 %.4f, exact plans %.4f,"
                        + " %.2f µs a document%n",
                name,
                score.documents(),
                score.right() + score.forgotten(),
                score.precision(),
                score.recall(),
                score.f1(),
                score.exactPlans(),
                score.nanos() / 1000.0 / score.documents());
    }
}
