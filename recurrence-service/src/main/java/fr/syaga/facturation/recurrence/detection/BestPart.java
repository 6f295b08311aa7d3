package fr.syaga.facturation.recurrence.detection;

/** The part of a candidate that holds together best, weighed as a whole against all that chance could have made as well. */
final class BestPart {

    /** Odds of twenty to one: what chance brings up is mistaken for a contract about as rarely as one is overlooked. */
    static final double BELIEVED = 3.0;

    /** A beginning or an end that speaks no more than that against the rest is rather a bad time than another story. */
    private static final double WORTH_CUTTING = -3;

    private final double[] gains;
    private int from;
    private int to;

    private BestPart(double[] gains) {
        this.gains = gains;
        find();
        from = sum(1, from) > WORTH_CUTTING ? 0 : from;
        to = sum(to + 1, gains.length - 1) > WORTH_CUTTING ? gains.length - 1 : to;
    }

    /**
     * The best part of a candidate, which remembers how far it is believed. What is cut off does not count as chance unless it is
     * most of the candidate: the lesser part of a series explains nothing about the customer's other invoices.
     */
    static CandidateContract of(Ledger ledger, CandidateContract candidate, int trials) {
        CandidateContract whole = candidate;
        while (true) {
            BestPart best = new BestPart(new LikelihoodRatio(ledger, whole).gains());
            CandidateContract part = best.isAll() ? whole : whole.part(best.from, best.to);
            if (part.size() * 2 > whole.size() || part.size() == 1) {
                part.believe(best.sum(best.from + 1, best.to) - trials(trials, candidate.step()));
                return part;
            }
            whole = part;
        }
    }

    /** What it costs, in nats, that a contract of so many months could have begun, or ended, at so many invoices. */
    static double trials(int invoices, int step) {
        return Math.log(Math.max(1, invoices) / BillingModel.periodicity(step));
    }

    private void find() {
        double most = 0;
        double sum = 0;
        int start = 0;
        for (int i = 1; i < gains.length; i++) {
            sum += gains[i];
            if (sum < 0) {
                sum = 0;
                start = i;
            }
            if (sum > most) {
                most = sum;
                from = start;
                to = i;
            }
        }
    }

    private boolean isAll() {
        return from == 0 && to == gains.length - 1;
    }

    private double sum(int first, int last) {
        double sum = 0;
        for (int i = first; i <= last; i++) {
            sum += gains[i];
        }
        return sum;
    }
}
