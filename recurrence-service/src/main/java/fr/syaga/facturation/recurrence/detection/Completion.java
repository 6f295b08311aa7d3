package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.List;

/**
 * Gives a contract the single invoices that no search could find: one wrong amount between two right ones, the first invoice
 * after a price change, the first after a pause, the first ones at a trial price, the next one when it was made a few days early.
 */
final class Completion {

    /** The next due date's invoice may be made so many days before it. */
    static final int EARLY_DAYS = 3;

    /** How far from its due date an invoice of the contract is found: month ends early, beginnings late. */
    private static final int LATE_DAYS = 14;

    private static final int EARLY_AT_MONTH_END = 18;

    private static final int EARLY_OTHERWISE = 4;

    /** Against a due date that went unbilled an invoice may speak less than nothing, in nats. */
    private static final double BETTER_THAN_NONE = -2;

    /** So improbable an invoice is no contract's, whatever comes after it. */
    private static final double LEAST_DOUBTFUL = -6;

    private static final int MOST_AT_TRIAL_PRICE = 3;

    private final Ledger ledger;
    private final LocalDate asOf;
    private final CatchUp catchUp;

    Completion(Ledger ledger, LocalDate asOf) {
        this.ledger = ledger;
        this.asOf = asOf;
        this.catchUp = new CatchUp(ledger, asOf);
    }

    void complete(CandidateContract candidate) {
        fillHoles(candidate);
        candidate.occurrences().forEach(occurrence -> ledger.claim(occurrence.invoice()));
        while (catchUp.extend(candidate) || extendTail(candidate)) {
            // each step looks one due date further
        }
        catchUp.fill(candidate);
        candidate.occurrences().forEach(occurrence -> ledger.claim(occurrence.invoice()));
    }

    /** Gives a contract its first invoices, late or at a trial price: they tell since when it is, and prove nothing. */
    void begin(CandidateContract candidate) {
        for (int n = 0; n < MOST_AT_TRIAL_PRICE && extendHead(candidate); n++) {
            // each step looks one due date further back
        }
    }

    /** Only puts them there; whoever believes the candidate claims them. */
    void fillHoles(CandidateContract candidate) {
        catchUp.fill(candidate);
        List<Integer> holes = candidate.holes();
        LikelihoodRatio evidence = holes.isEmpty() ? null : new LikelihoodRatio(ledger, candidate);
        for (int dueMonth : holes) {
            BilledOccurrence best = null;
            double most = 0;
            for (BilledOccurrence occurrence : candidates(candidate, dueMonth)) {
                double gain = evidence.gainInHole(occurrence);
                if (gain > most) {
                    most = gain;
                    best = occurrence;
                }
            }
            if (best != null) {
                candidate.add(best);
            }
        }
    }

    private boolean extendTail(CandidateContract candidate) {
        Next next = next(candidate, true);
        return take(candidate, next == null ? null : next.occurrence());
    }

    /** An occurrence that may come next, what it brings and what it must bring to be believed by itself. */
    private record Next(BilledOccurrence occurrence, double gain, double least) {

        boolean isCertain() {
            return gain > least;
        }
    }

    /**
     * The best invoice of the first due date that has one to believe. A doubtful one, after a pause or late, is believed when
     * the one after it makes up for it.
     */
    private Next next(CandidateContract candidate, boolean evenDoubtful) {
        LikelihoodRatio evidence = new LikelihoodRatio(ledger, candidate);
        int longest = BillingModel.longestPause(candidate.step());
        for (int missed = 0; missed <= longest; missed++) {
            Next next = nextAfter(candidate, missed, evidence);
            if (next == null) {
                continue;
            }
            if (next.isCertain()) {
                return next;
            }
            if (evenDoubtful) {
                CandidateContract longer = candidate.part(0, candidate.size() - 1);
                longer.add(next.occurrence());
                Next after = next(longer, false);
                if (after != null && next.gain() + after.gain() > BETTER_THAN_NONE) {
                    return next;
                }
            }
        }
        return null;
    }

    private Next nextAfter(CandidateContract candidate, int missed, LikelihoodRatio evidence) {
        int dueMonth = candidate.last().dueMonth() + (missed + 1) * candidate.step();
        LocalDate due = Months.date(dueMonth, candidate.dayOfMonth());
        boolean early = due.isAfter(asOf);
        if (due.isAfter(asOf.plusDays(missed == 0 ? EARLY_DAYS : 0))) {
            return null;
        }
        double least = missed == 0 && !early ? BETTER_THAN_NONE : 0;
        Next best = null;
        long price = candidate.last().invoice().cents;
        for (BilledOccurrence occurrence : candidates(candidate, dueMonth)) {
            long cents = occurrence.invoice().cents;
            boolean thinkable = cents == price || !early && PriceStep.isThinkable(price, cents);
            double gain = thinkable ? evidence.gainAtTail(occurrence) : LEAST_DOUBTFUL;
            if (gain > (best == null ? LEAST_DOUBTFUL : best.gain())) {
                best = new Next(occurrence, gain, least);
            }
        }
        return best;
    }

    private boolean extendHead(CandidateContract candidate) {
        LikelihoodRatio evidence = new LikelihoodRatio(ledger, candidate);
        BilledOccurrence best = null;
        double most = BETTER_THAN_NONE;
        for (BilledOccurrence occurrence :
                candidates(candidate, candidate.first().dueMonth() - candidate.step())) {
            double gain = PriceStep.isWithin(
                            occurrence.invoice().cents, candidate.first().invoice().cents)
                    ? evidence.gainAtHead(occurrence)
                    : most;
            if (gain > most) {
                most = gain;
                best = occurrence;
            }
        }
        return take(candidate, best);
    }

    private List<BilledOccurrence> candidates(CandidateContract candidate, int dueMonth) {
        int day = candidate.dayOfMonth();
        long due = Months.epochDay(dueMonth, day);
        long from = due - (day > 20 ? EARLY_AT_MONTH_END : EARLY_OTHERWISE);
        return ledger.freeBetween(from, due + LATE_DAYS).stream()
                .filter(each -> !candidate.holds(each))
                .map(each -> new BilledOccurrence(dueMonth, each, false))
                .toList();
    }

    private boolean take(CandidateContract candidate, BilledOccurrence occurrence) {
        if (occurrence != null) {
            candidate.add(occurrence);
            ledger.claim(occurrence.invoice());
        }
        return occurrence != null;
    }
}
