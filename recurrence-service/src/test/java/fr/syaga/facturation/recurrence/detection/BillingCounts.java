package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import fr.syaga.facturation.recurrence.detection.BillingModel.Timing;

/**
 * Counts how contracts bill, for the numbers of {@link BillingModel}: in what the generators know of each due date that they tell, and
 * in the occurrences of the demonstration, whose contracts are exactly those of its truth ({@link DemoDetectionTest}).
 */
public final class BillingCounts {

    private static final int CUSTOMERS = 150;

    private final Map<Timing, Integer> timings = new EnumMap<>(Timing.class);
    private final Map<Integer, Integer> rows = new TreeMap<>();
    private int late;
    private int early;
    private int dueDates;
    private int bundled;
    private int followers;
    private double monthsBetween;
    private final int[] prices = new int[6];

    /**
     * One due date of a contract as it was billed.
     *
     * @param on null when it was not billed by itself
     */
    record DueDate(LocalDate due, LocalDate on, long cents, boolean inBundle) {}

    /** Arguments: the first and the last seed. */
    public static void main(String[] arguments) {
        long from = Long.parseLong(arguments[0]);
        long to = Long.parseLong(arguments[1]);
        for (Histories.Mix mix : Histories.Mix.values()) {
            BillingCounts generated = new BillingCounts();
            BillingCounts simulated = new BillingCounts();
            for (long seed = from; seed <= to; seed++) {
                new HistoryGenerator(seed, mix).customers(CUSTOMERS).forEach(generated::count);
                new SimulatedCompany(seed, mix).customers(CUSTOMERS).forEach(simulated::count);
            }
            generated.print("HistoryGenerator " + mix);
            simulated.print("SimulatedCompany " + mix);
        }
        BillingCounts demo = new BillingCounts();
        DemoHistory.patterns().forEach(demo::count);
        demo.print("Demonstration");
    }

    private void count(Histories.Case customer) {
        customer.billed().forEach((step, contracts) -> contracts.forEach(dueDates -> count(step, dueDates)));
    }

    private void count(Pattern pattern) {
        List<DueDate> billed = new ArrayList<>();
        LocalDate before = null;
        for (Pattern.Occurrence each : pattern.occurrences()) {
            if (before != null) {
                pattern.schedule()
                        .between(before.plusDays(1), each.dueOn().minusDays(1))
                        .forEach(due -> billed.add(new DueDate(due, null, 0, false)));
            }
            billed.add(new DueDate(
                    each.dueOn(),
                    each.issuedOn(),
                    each.netAmount().movePointRight(2).longValueExact(),
                    false));
            before = each.dueOn();
        }
        count(pattern.periodicity().months(), billed);
    }

    private void count(int step, List<DueDate> contract) {
        int row = 0;
        DueDate before = null;
        List<Long> known = new ArrayList<>();
        for (DueDate each : contract) {
            dueDates++;
            if (each.inBundle()) {
                bundled++;
                continue;
            }
            if (each.on() == null) {
                row++;
                continue;
            }
            if (row > 0) {
                rows.merge(row, 1, Integer::sum);
                row = 0;
            }
            int days = (int) (each.on().toEpochDay() - each.due().toEpochDay());
            timings.merge(Timing.of(each.on(), days), 1, Integer::sum);
            late += days > 0 ? 1 : 0;
            early += days < 0 ? 1 : 0;
            if (before != null) {
                followers++;
                monthsBetween += step;
                prices[kind(before.cents(), each.cents(), known)]++;
            }
            known.add(each.cents());
            before = each;
        }
    }

    /** Kept, back to a former price, risen neatly, risen or fallen within the usual ratio, changed beyond it. */
    private static int kind(long before, long after, List<Long> known) {
        if (before == after) {
            return 0;
        }
        if (known.contains(after)) {
            return 1;
        }
        if (PriceStep.isUsual(before, after, 1)) {
            return 2;
        }
        return PriceStep.isWithin(before, after) ? after > before ? 3 : 4 : 5;
    }

    private void print(String name) {
        int billed = timings.values().stream().mapToInt(each -> each).sum();
        System.out.println(name + ": " + dueDates + " due dates");
        timings.forEach((timing, times) -> print(timing.name(), times, billed));
        print("late, of those beside the day", late, late + early);
        print("bundled with a later one", bundled, dueDates);
        int interrupted = rows.values().stream().mapToInt(each -> each).sum();
        print("rows of unbilled due dates", interrupted, dueDates);
        System.out.println("  their lengths: " + rows);
        List<String> kinds = List.of(
                "kept", "back to a former price", "risen neatly", "risen", "fallen", "changed beyond the usual");
        for (int kind = 0; kind < prices.length; kind++) {
            print("price " + kinds.get(kind), prices[kind], followers);
        }
        System.out.printf(
                Locale.ROOT, "  changed a month: %.4f%n", (followers - prices[0] - prices[1]) / monthsBetween);
    }

    private static void print(String what, int times, int all) {
        System.out.printf(Locale.ROOT, "  %s: %d (%.4f)%n", what, times, times / (double) all);
    }
}
