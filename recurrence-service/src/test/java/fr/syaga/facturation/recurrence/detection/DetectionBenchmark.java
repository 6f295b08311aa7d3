package fr.syaga.facturation.recurrence.detection;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Measures detection on invented companies whose contracts are known: precision, recall and F1 of the active ones, how many
 * customers' plans of the next five months are exact, and the processor time; and walks over two invented firms month end by month
 * end. The tests hold its floor.
 */
public final class DetectionBenchmark {

    private static final String ERRORS = "errors";
    private static final int CUSTOMERS = 150;
    private static final int MANY_CUSTOMERS = 20_000;
    private static final int DOCUMENTS_EACH = 75;

    private DetectionBenchmark() {}

    /**
     * Arguments: how many companies a row, or the first and the last seed of them, and {@code errors} to see every error; or
     * {@code million} for the cost of a million documents of 20,000 customers, of whom one at a time is in memory.
     */
    public static void main(String[] arguments) {
        if (arguments.length > 0 && arguments[0].equals("million")) {
            million();
            return;
        }
        List<Long> seeds = Arrays.stream(arguments)
                .filter(each -> !each.equals(ERRORS))
                .map(Long::parseLong)
                .toList();
        long from = seeds.size() > 1 ? seeds.get(0) : 1;
        long to = seeds.isEmpty() ? 10 : seeds.get(seeds.size() - 1);
        for (Histories.Mix mix : Histories.Mix.values()) {
            print("HistoryGenerator " + mix, measure(seed -> new HistoryGenerator(seed, mix), from, to), arguments);
            print("SimulatedCompany " + mix, measure(seed -> new SimulatedCompany(seed, mix), from, to), arguments);
        }
        print("Walk over the demonstration", HistoryWalk.overTheDemonstration(), arguments);
        print("Walk over the month as it is", HistoryWalk.overTheMonth(), arguments);
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

    private static void million() {
        long documents = 0;
        long nanos = 0;
        int customers = 0;
        for (long seed = 1; customers < MANY_CUSTOMERS; seed++) {
            Histories company = new SimulatedCompany(seed, Histories.Mix.HARDEST);
            for (Histories.Case each : company.customers(CUSTOMERS)) {
                CustomerHistory history = lastOnes(each.history());
                long start = Score.CPU.getCurrentThreadCpuTime();
                Detection.patternsOf(history, company.asOf());
                nanos += Score.CPU.getCurrentThreadCpuTime() - start;
                documents += history.documents().size();
                customers++;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d documents of %d customers: %.1f s, %.2f µs a document%n",
                documents,
                customers,
                nanos / 1e9,
                nanos / 1000.0 / documents);
    }

    private static CustomerHistory lastOnes(CustomerHistory history) {
        List<HistoryDocument> documents = history.documents();
        return new CustomerHistory(
                history.customerCode(),
                history.customerName(),
                documents.subList(Math.max(0, documents.size() - DOCUMENTS_EACH), documents.size()));
    }

    private static void print(String name, HistoryWalk walk, String[] arguments) {
        List<String> errors = List.of(arguments).contains(ERRORS) ? walk.errors() : List.of();
        errors.forEach(each -> System.out.println(name + " " + each));
        System.out.printf(
                Locale.ROOT,
                "%s: found %d of %d, wrong %d of %d%n",
                name,
                walk.confirmed(),
                walk.certain(),
                walk.wrong(),
                walk.told());
    }

    private static void print(String name, Score score, String[] arguments) {
        List<String> errors = List.of(arguments).contains(ERRORS) ? score.errors() : List.of();
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
