package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chains of invoices two, three, six or twelve months apart, of one amount or of one that rises a little. Each invoice
 * remembers its best forerunner, so that all chains are found in one pass over the dates.
 */
final class ChainSearch {

    private static final int[] STEPS = {12, 6, 3, 2};

    /** Two and three occurrences differ as coincidence and contract. */
    static final int SHORTEST = 3;

    /** The odd invoice of the 10th instead of the 1st. */
    private static final int LATEST_DAYS = 10;

    /** One due date may be missed in a chain that already stands. */
    private static final int LONGEST_LEAP = 2;

    private static final double EQUAL = 1;
    private static final double RISING = 0.7;
    private static final double LEAP = 0.8;
    private static final double EQUAL_DAY = 1.0 / 40;
    private static final double OTHER_DAY = 1.0 / 20;

    /** A change that is no yearly rise needs a chain that stands. */
    private static final double CHANGE_DOWN = 0.7;

    private static final double CHANGE_UP = 1.4;

    private final List<Billed> invoices;
    private final int step;
    private final boolean rising;
    private final double[] score;
    private final int[] length;
    private final int[] before;

    private ChainSearch(List<Billed> invoices, int step, boolean rising) {
        this.invoices = invoices;
        this.step = step;
        this.rising = rising;
        this.score = new double[invoices.size()];
        this.length = new int[invoices.size()];
        this.before = new int[invoices.size()];
    }

    /** A chain and how much it holds together. */
    record Chain(int step, List<Billed> invoices, double score) {}

    /**
     * Every chain of three or more that no longer one contains, the strongest first.
     *
     * @param rising whether the amount may rise from one to the next; otherwise it is the same all along
     */
    static List<Chain> chains(List<Billed> byDate, boolean rising) {
        List<Chain> chains = new ArrayList<>();
        for (int step : STEPS) {
            chains.addAll(new ChainSearch(byDate, step, rising).search());
        }
        chains.sort(Comparator.comparingDouble((Chain chain) -> -chain.score())
                .thenComparing(chain -> chain.invoices().get(0).number));
        return chains;
    }

    private List<Chain> search() {
        int[] windows = new int[LONGEST_LEAP + 1];
        for (int i = 0; i < invoices.size(); i++) {
            score[i] = 1;
            length[i] = 1;
            before[i] = -1;
            for (int leap = 1; leap <= LONGEST_LEAP; leap++) {
                windows[leap] = extend(i, leap, windows[leap]);
            }
        }
        return ends();
    }

    private int extend(int i, int leap, int windowStart) {
        Billed invoice = invoices.get(i);
        LocalDate expected = invoice.issuedOn.minusMonths((long) step * leap);
        long from = expected.toEpochDay() - LATEST_DAYS - 1;
        long to = expected.toEpochDay() + LATEST_DAYS + 1;
        int start = windowStart;
        while (invoices.get(start).issuedOn.toEpochDay() < from - LATEST_DAYS) {
            start++;
        }
        for (int j = start; j < i && invoices.get(j).issuedOn.toEpochDay() <= to; j++) {
            Billed other = invoices.get(j);
            double gain = gain(other, invoice, leap, length[j]);
            if (gain > 0 && score[j] + gain > score[i]) {
                score[i] = score[j] + gain;
                length[i] = length[j] + 1;
                before[i] = j;
            }
        }
        return start;
    }

    private double gain(Billed earlier, Billed later, int leap, int lengthSoFar) {
        long off = off(earlier, later, leap);
        if (off > LATEST_DAYS || leap > 1 && lengthSoFar < SHORTEST) {
            return 0;
        }
        double leapCost = leap > 1 ? LEAP : 0;
        if (earlier.cents == later.cents) {
            return EQUAL - off * EQUAL_DAY - leapCost;
        }
        double ratio = (double) later.cents / earlier.cents;
        boolean rises = ratio > 1 && ratio <= Chance.LARGEST_RISE;
        return rising && rises && leap == 1 && off <= Chance.NEAR_DAYS ? RISING - off * OTHER_DAY : 0;
    }

    private long off(Billed earlier, Billed later, int leap) {
        if (earlier.isOnLastDay() && later.isOnLastDay()) {
            return Math.abs((long) later.month - earlier.month - (long) step * leap) * 30;
        }
        LocalDate expected = earlier.issuedOn.plusMonths((long) step * leap);
        return Math.abs(later.issuedOn.toEpochDay() - expected.toEpochDay());
    }

    private List<Chain> ends() {
        boolean[] continued = new boolean[invoices.size()];
        for (int i = 0; i < invoices.size(); i++) {
            if (before[i] >= 0 && score[i] > score[before[i]]) {
                continued[before[i]] = true;
            }
        }
        List<Chain> chains = new ArrayList<>();
        for (int i = 0; i < invoices.size(); i++) {
            if (!continued[i] && length[i] >= SHORTEST) {
                List<Billed> chain = new ArrayList<>(length[i]);
                for (int at = i; at >= 0; at = before[at]) {
                    chain.add(0, invoices.get(at));
                }
                chains.add(new Chain(step, chain, score[i]));
            }
        }
        return chains;
    }
}
