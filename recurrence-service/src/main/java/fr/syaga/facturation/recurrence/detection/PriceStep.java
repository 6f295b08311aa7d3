package fr.syaga.facturation.recurrence.detection;

/** How likely a contract's price changes from one invoice to the next, and by how much. */
final class PriceStep {

    private static final double LARGEST = 2;

    /** Two rises are of the same rate when the price is off by no more than rounding to the euro explains, in cents. */
    private static final double ROUNDING = 50;

    /** How near invoices are to the amount that a usual rise leads to that count as like it, as a ratio. */
    static final double ALIKE = 1.002;

    /** Unknown invoices supposed beside those seen of the very amount that a usual rise leads to. */
    static final double UNSEEN = 0.3;

    /** Rises are agreed in halves of a percent, up to ten. */
    private static final double NEAT_STEP = 0.005;

    private static final double LARGEST_RISE = 1.101;

    private PriceStep() {}

    /** A price is not doubled or halved in one step: that would be another contract. */
    static boolean isThinkable(long before, long after) {
        return after < before * LARGEST && before < after * LARGEST;
    }

    static boolean isWithin(long before, long after) {
        return after < before * BillingModel.WITHIN && before < after * BillingModel.WITHIN;
    }

    /** Whether a rise is one that needs no explanation: a neat percentage, or the rate of the rise before it. */
    static boolean isUsual(long before, long after, double rate) {
        return isSameRate(before, after, rate) || isNeat(before, after);
    }

    /** The likelihood of a rise by the rate before it, 1 standing for none, or by a neat percentage; 0 of any other. */
    static double usual(int step, long before, long after, double rate) {
        if (isSameRate(before, after, rate)) {
            return BillingModel.SAME_RATE;
        }
        return isNeat(before, after) ? BillingModel.changed(step) * BillingModel.RISE_NEAT : 0;
    }

    /** The likelihood of a change, for each unit of the amount's logarithm. */
    static double density(int step, long before, long after) {
        return BillingModel.changed(step) * BillingModel.within(Math.log((double) after / before));
    }

    /** The likelihood of a change beyond the usual. */
    static double unusual(int step, long before, long after) {
        return BillingModel.changed(step) * (after > before ? BillingModel.RISE_BEYOND : BillingModel.FALL_BEYOND);
    }

    private static boolean isSameRate(long before, long after, double rate) {
        // One year may have been left out.
        return rate != 1
                && (Math.abs(after - before * rate) <= ROUNDING || Math.abs(after - before * rate * rate) <= ROUNDING);
    }

    private static boolean isNeat(long before, long after) {
        if (after <= before || after > before * LARGEST_RISE) {
            return false;
        }
        long steps = Math.round(((double) after / before - 1) / NEAT_STEP);
        return steps >= 1 && Math.round(before * (1 + steps * NEAT_STEP)) == after;
    }
}
