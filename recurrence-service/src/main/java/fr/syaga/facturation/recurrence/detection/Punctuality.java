package fr.syaga.facturation.recurrence.detection;

import fr.syaga.facturation.recurrence.detection.BillingModel.Timing;

/** How near its days a candidate's invoices are dated, learnt from those around each. Habits change over the years. */
final class Punctuality {

    private static final Timing[] TIMINGS = Timing.values();

    /** How many invoices of its own outweigh what is known of all contracts. */
    private static final double USUAL_WEIGHT = 8;

    /** So many invoices before and after one share its habit. */
    private static final int NEIGHBOURS = 12;

    private final int[][] seenBefore;

    Punctuality(CandidateContract candidate) {
        int day = candidate.dayOfMonth();
        seenBefore = new int[candidate.size() + 1][TIMINGS.length];
        int dayBefore = 0;
        for (int i = 0; i < candidate.size(); i++) {
            BilledOccurrence occurrence = candidate.occurrences().get(i);
            System.arraycopy(seenBefore[i], 0, seenBefore[i + 1], 0, TIMINGS.length);
            if (!occurrence.bundled()) {
                int timing = occurrence.timing(day).ordinal();
                seenBefore[i + 1][
                        dayBefore == 0
                                ? timing
                                : Math.min(timing, occurrence.timing(dayBefore).ordinal())]++;
                dayBefore = occurrence.invoice().dayKey();
            }
        }
    }

    /** How likely the {@code at}-th invoice is so far from its day. */
    double likelihood(int at, Timing timing) {
        int[] from = seenBefore[Math.max(0, Math.min(at, seenBefore.length - 1) - NEIGHBOURS)];
        int[] to = seenBefore[Math.min(seenBefore.length - 1, at + NEIGHBOURS + 1)];
        double all = USUAL_WEIGHT;
        for (int i = 0; i < TIMINGS.length; i++) {
            all += to[i] - from[i];
        }
        int seen = to[timing.ordinal()] - from[timing.ordinal()];
        return (seen + USUAL_WEIGHT * timing.probability) / all;
    }
}
