package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.List;

/**
 * Gives a contract the single invoices that no search could find: one wrong amount between two right ones, the first invoice
 * after a price change, the first after a pause, the first ones at a trial price, the next one when it was made a few days early.
 */
final class Completion {

    /** The next due date's invoice may be made so many days before it. */
    private static final int EARLY_DAYS = 3;

    /** Pauses that a single invoice may end, in due dates. */
    private static final int LONGEST_PAUSE_OF_MONTHS = 5;

    private static final int LONGEST_PAUSE = 1;

    /** How far from its due date an invoice of the contract is found: month ends early, beginnings late. */
    private static final int WIDE_DAYS = 18;

    private static final int NARROW_DAYS = 4;

    /** Against a due date that went unbilled an invoice may speak less than nothing, in nats. */
    private static final double BETTER_THAN_NONE = -2;

    private static final int MOST_AT_TRIAL_PRICE = 3;

    private final Ledger ledger;
    private final LocalDate asOf;

    Completion(Ledger ledger, LocalDate asOf) {
        this.ledger = ledger;
        this.asOf = asOf;
    }

    void complete(Track track) {
        fillHoles(track);
        track.hits().forEach(hit -> ledger.claim(hit.invoice()));
        while (extendTail(track)) {
            // each step looks one due date further
        }
        for (int n = 0; n < MOST_AT_TRIAL_PRICE && extendHead(track); n++) {
            // each step looks one due date further back
        }
    }

    /** Only puts them there; whoever believes the track claims them. */
    void fillHoles(Track track) {
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
        int longest = track.step() == 1 ? LONGEST_PAUSE_OF_MONTHS : LONGEST_PAUSE;
        Evidence evidence = new Evidence(ledger, track);
        for (int missed = 0; missed <= longest; missed++) {
            int slot = track.last().slot() + (missed + 1) * track.step();
            LocalDate due = Months.date(slot, track.dayOfMonth());
            if (due.isAfter(asOf.plusDays(missed == 0 ? EARLY_DAYS : 0))) {
                return false;
            }
            Hit best = null;
            double most = missed == 0 && !due.isAfter(asOf) ? BETTER_THAN_NONE : 0;
            for (Hit hit : candidates(track, slot)) {
                boolean samePrice = hit.invoice().cents == track.last().invoice().cents;
                double gain = samePrice || !due.isAfter(asOf) ? evidence.gainAtTail(hit) : 0;
                if (gain > most) {
                    most = gain;
                    best = hit;
                }
            }
            if (take(track, best)) {
                return true;
            }
        }
        return false;
    }

    private boolean extendHead(Track track) {
        Evidence evidence = new Evidence(ledger, track);
        Hit best = null;
        double most = BETTER_THAN_NONE;
        for (Hit hit : candidates(track, track.first().slot() - track.step())) {
            double gain = evidence.gainAtHead(hit);
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
        boolean atMonthEnd = day > 20;
        long from = due - (atMonthEnd ? WIDE_DAYS : NARROW_DAYS);
        long to = due + (atMonthEnd ? NARROW_DAYS : WIDE_DAYS);
        return ledger.freeBetween(from, to).stream()
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
