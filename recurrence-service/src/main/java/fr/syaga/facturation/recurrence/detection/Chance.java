package fr.syaga.facturation.recurrence.detection;

import java.util.Arrays;

/** How often a customer is invoiced such an amount, or on such a day, by chance: judged by what a track does not explain. */
final class Chance {

    /** An amount that is new to an old customer is judged by two years, for before it was none of those that could come. */
    private static final int SHORTEST_MONTHS = 24;

    /** What is known of a company's days before its invoices are seen, worth that many of them: a third are at month's end. */
    private static final double DAYS_KNOWN = 8;

    private static final double LAST_DAY_SHARE = 0.3;
    private static final double OTHER_DAY_SHARE = 0.7 / 29.4;

    private final Ledger ledger;
    private final long[] ownCents;
    private final int[] othersByDay = new int[Months.LAST_DAY + 1];
    private final int others;

    Chance(Ledger ledger, Track track) {
        this.ledger = ledger;
        long[] cents = new long[track.size()];
        int own = 0;
        for (Hit hit : track.hits()) {
            if (hit.invoice().isFree()) {
                cents[own++] = hit.invoice().cents;
                othersByDay[hit.invoice().dayKey()]--;
            }
        }
        this.ownCents = Arrays.copyOf(cents, own);
        Arrays.sort(ownCents);
        for (int day = 1; day <= Months.LAST_DAY; day++) {
            othersByDay[day] += ledger.freeOnDay(day);
        }
        this.others = ledger.freeCount() - own;
    }

    /**
     * The logarithm of how often in a month an invoice of that amount comes, less what the contract saves: what it explains,
     * chance need not bring, and so does not bring where there is none either.
     */
    double ofAmount(Billed invoice) {
        double own = place(invoice.cents + 1) - (double) place(invoice.cents);
        double rest = ledger.freeOf(invoice.amount) - own;
        double all = rest + Math.max(1, own);
        double saved = own == 0 ? 0 : 1 + (rest == 0 ? 0 : rest * Math.log(rest / all) / own);
        return Math.log(all / months(ledger.monthsOf(invoice.amount))) - saved;
    }

    /**
     * How many invoices in a month ask for about that amount, at most {@code width} times more or less; {@code unseen} ones are
     * supposed beside those seen.
     */
    double around(long cents, double width, double unseen) {
        long from = Math.round(cents / width);
        long to = Math.round(cents * width);
        int own = place(to + 1) - place(from);
        return (Math.max(0, ledger.freeWithin(from, to) - own) + unseen) / months(ledger.months());
    }

    /** How many invoices come in a month. */
    double ofAny() {
        return (others + 1) / months(ledger.months());
    }

    /** The share of invoices on that day; no less than the days around it have, for that a day had none so far is chance too. */
    double onDay(int key) {
        double exact = within(key, key);
        int from = Math.max(1, key - Habit.NEAR_DAYS);
        int to = Math.min(Months.LAST_DAY - 1, key + Habit.NEAR_DAYS);
        return key == Months.LAST_DAY ? exact : Math.max(exact, within(from, to) / (to - from + 1));
    }

    /** The share of invoices on those days. */
    double within(int from, int to) {
        double seen = 0;
        double known = 0;
        for (int key = Math.max(1, from); key <= Math.min(Months.LAST_DAY, to); key++) {
            seen += othersByDay[key];
            known += key == Months.LAST_DAY ? LAST_DAY_SHARE : OTHER_DAY_SHARE;
        }
        return (seen + DAYS_KNOWN * known) / (others + DAYS_KNOWN);
    }

    /** The share of that day when {@code seen} of {@code all} invoices are dated on it. */
    static double share(int key, int seen, int all) {
        return (seen + DAYS_KNOWN * (key == Months.LAST_DAY ? LAST_DAY_SHARE : OTHER_DAY_SHARE)) / (all + DAYS_KNOWN);
    }

    private double months(int span) {
        return Math.max(span, Math.min(SHORTEST_MONTHS, ledger.months()));
    }

    private int place(long cents) {
        int low = 0;
        int high = ownCents.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ownCents[middle] < cents) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
