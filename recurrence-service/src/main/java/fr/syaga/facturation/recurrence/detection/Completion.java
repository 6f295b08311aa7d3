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

    void complete(Track track) {
        fillHoles(track);
        track.hits().forEach(hit -> ledger.claim(hit.invoice()));
        while (catchUp.extend(track) || extendTail(track)) {
            // each step looks one due date further
        }
        catchUp.fill(track);
        track.hits().forEach(hit -> ledger.claim(hit.invoice()));
    }

    /** Gives a contract its first invoices, late or at a trial price: they tell since when it is, and prove nothing. */
    void begin(Track track) {
        for (int n = 0; n < MOST_AT_TRIAL_PRICE && extendHead(track); n++) {
            // each step looks one due date further back
        }
    }

    /** Only puts them there; whoever believes the track claims them. */
    void fillHoles(Track track) {
        catchUp.fill(track);
        List<Integer> holes = track.holes();
        Evidence evidence = holes.isEmpty() ? null : new Evidence(ledger, track);
        for (int slot : holes) {
            Hit best = null;
            double most = 0;
            for (Hit hit : candidates(track, slot)) {
                double gain = evidence.gainInHole(hit);
                if (gain > most) {
                    most = gain;
                    best = hit;
                }
            }
            if (best != null) {
                track.add(best);
            }
        }
    }

    private boolean extendTail(Track track) {
        Next next = next(track, true);
        return take(track, next == null ? null : next.hit());
    }

    /** A hit that may come next, what it brings and what it must bring to be believed by itself. */
    private record Next(Hit hit, double gain, double least) {

        boolean isCertain() {
            return gain > least;
        }
    }

    /**
     * The best invoice of the first due date that has one to believe. A doubtful one, after a pause or late, is believed when
     * the one after it makes up for it.
     */
    private Next next(Track track, boolean evenDoubtful) {
        Evidence evidence = new Evidence(ledger, track);
        int longest = BillingModel.longestPause(track.step());
        for (int missed = 0; missed <= longest; missed++) {
            Next next = nextAfter(track, missed, evidence);
            if (next == null) {
                continue;
            }
            if (next.isCertain()) {
                return next;
            }
            if (evenDoubtful) {
                Track longer = track.part(0, track.size() - 1);
                longer.add(next.hit());
                Next after = next(longer, false);
                if (after != null && next.gain() + after.gain() > BETTER_THAN_NONE) {
                    return next;
                }
            }
        }
        return null;
    }

    private Next nextAfter(Track track, int missed, Evidence evidence) {
        int slot = track.last().slot() + (missed + 1) * track.step();
        LocalDate due = Months.date(slot, track.dayOfMonth());
        boolean early = due.isAfter(asOf);
        if (due.isAfter(asOf.plusDays(missed == 0 ? EARLY_DAYS : 0))) {
            return null;
        }
        double least = missed == 0 && !early ? BETTER_THAN_NONE : 0;
        Next best = null;
        long price = track.last().invoice().cents;
        for (Hit hit : candidates(track, slot)) {
            long cents = hit.invoice().cents;
            boolean thinkable = cents == price || !early && PriceStep.isThinkable(price, cents);
            double gain = thinkable ? evidence.gainAtTail(hit) : LEAST_DOUBTFUL;
            if (gain > (best == null ? LEAST_DOUBTFUL : best.gain())) {
                best = new Next(hit, gain, least);
            }
        }
        return best;
    }

    private boolean extendHead(Track track) {
        Evidence evidence = new Evidence(ledger, track);
        Hit best = null;
        double most = BETTER_THAN_NONE;
        for (Hit hit : candidates(track, track.first().slot() - track.step())) {
            double gain = PriceStep.isWithin(hit.invoice().cents, track.first().invoice().cents)
                    ? evidence.gainAtHead(hit)
                    : most;
            if (gain > most) {
                most = gain;
                best = hit;
            }
        }
        return take(track, best);
    }

    private List<Hit> candidates(Track track, int slot) {
        int day = track.dayOfMonth();
        long due = Months.epochDay(slot, day);
        long from = due - (day > 20 ? EARLY_AT_MONTH_END : EARLY_OTHERWISE);
        return ledger.freeBetween(from, due + LATE_DAYS).stream()
                .filter(each -> !track.holds(each))
                .map(each -> new Hit(slot, each, false))
                .toList();
    }

    private boolean take(Track track, Hit hit) {
        if (hit != null) {
            track.add(hit);
            ledger.claim(hit.invoice());
        }
        return hit != null;
    }
}
