package fr.syaga.facturation.recurrence.detection;

/** How a price changes: by the same rate as before, or by a percentage that people agree on. */
final class PriceStep {

    /** Two rises are of the same rate when they differ by less than rounding can explain. */
    static final double SAME_RATE = 0.002;

    /** Rises are agreed in halves of a percent, up to ten. */
    private static final double NEAT_STEP = 0.005;

    private static final int LARGEST_NEAT = 20;

    private PriceStep() {}

    /** Whether a change is by the rate of the one before it; a rate of 1 stands for none. */
    static boolean isSameRate(double ratio, double rate) {
        return rate != 1 && Math.abs(ratio - rate) < SAME_RATE;
    }

    static boolean isNeat(long before, long after) {
        long steps = Math.round(((double) after / before - 1) / NEAT_STEP);
        return steps >= 1 && steps <= LARGEST_NEAT && Math.round(before * (1 + steps * NEAT_STEP)) == after;
    }
}
