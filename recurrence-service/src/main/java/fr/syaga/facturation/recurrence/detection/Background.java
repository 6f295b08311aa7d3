package fr.syaga.facturation.recurrence.detection;

import java.util.Arrays;

/** How often a customer is invoiced such an amount, or on such a day, by chance: judged by what a candidate does not explain. */
final class Background {

    /** An amount that is new to an old customer is judged by two years, for before it was none of those that could come. */
    private static final int NEW_MONTHS = 24;

    /** With more invoices than that an amount is judged by its own months alone, the more the more there are. */
    private static final int NEW = 4;

    /** An amount that came so many times may come by chance wherever it comes: a few equal invoices are no contract yet. */
    private static final double COMES_BACK = 3;

    /** What is known of a company's days before its invoices are seen, worth that many of them: a third are at month's end. */
    private static final double DAYS_KNOWN = 8;

    private static final double LAST_DAY_SHARE = 0.3;
    private static final double OTHER_DAY_SHARE = 0.7 / 29.4;

    private final Ledger ledger;
    private final long[] ownCents;
    private final int[] othersByDay = new int[Months.LAST_DAY + 1];
    private final double repetition;
    private int others;
    private StandingInvoice leftOut;

    Background(Ledger ledger, CandidateContract candidate) {
        this.ledger = ledger;
        long[] cents = new long[candidate.size()];
        int own = 0;
        for (BilledOccurrence occurrence : candidate.occurrences()) {
            if (occurrence.invoice().isFree()) {
                cents[own++] = occurrence.invoice().cents;
                othersByDay[occurrence.invoice().dayKey()]--;
            }
        }
        this.ownCents = Arrays.copyOf(cents, own);
        Arrays.sort(ownCents);
        for (int day = 1; day <= Months.LAST_DAY; day++) {
            othersByDay[day] += ledger.freeOnDay(day);
        }
        this.others = ledger.freeCount() - own;
        this.repetition = repetition();
    }

    /** An invoice that may be the candidate's, and is not to count as chance while that is judged; null afterwards. */
    void without(StandingInvoice invoice) {
        StandingInvoice other = invoice == null ? leftOut : invoice;
        int one = invoice == null ? 1 : -1;
        othersByDay[other.dayKey()] += one;
        others += one;
        leftOut = invoice;
    }

    private boolean isLeftOut(long from, long to) {
        return leftOut != null && leftOut.cents >= from && leftOut.cents <= to;
    }

    /**
     * The logarithm of how often in a month an invoice of that amount comes, less what the contract saves: what it explains,
     * chance need not bring, and so does not bring where there is none either.
     */
    double ofAmount(StandingInvoice invoice) {
        double own = place(invoice.cents + 1) - (double) place(invoice.cents);
        double rest = ledger.freeOf(invoice.amount) - own - (isLeftOut(invoice.cents, invoice.cents) ? 1 : 0);
        return -worth(own, rest, repetition, months(ledger, invoice.amount));
    }

    /** What it is worth, in nats, that a contract explains {@code own} invoices of an amount of which {@code rest} remain. */
    static double worth(double own, double rest, double repetition, double months) {
        double byChance = Math.min(Math.max(1, own), COMES_BACK + repetition);
        double saved = own == 0 ? 0 : (byChance + (rest == 0 ? 0 : rest * Math.log(rest / (rest + byChance)))) / own;
        return Math.log(months / (rest + byChance)) + saved;
    }

    /** How many further invoices of its amount an invoice has on average, where amounts are this often the same. */
    static double repetition(double squares, double invoices) {
        return invoices <= 0 ? 0 : Math.max(0, squares / invoices - 1);
    }

    private double repetition() {
        double squares = ledger.freeSquares();
        for (int from = 0; from < ownCents.length; ) {
            int to = from;
            while (to < ownCents.length && ownCents[to] == ownCents[from]) {
                to++;
            }
            double all = ledger.freeOf(ledger.place(ownCents[from]));
            double rest = all - (to - from);
            squares += rest * rest - all * all;
            from = to;
        }
        return repetition(squares, others);
    }

    /**
     * How many invoices in a month ask for about that amount, at most {@code width} times more or less; {@code unseen} ones are
     * supposed beside those seen.
     */
    double around(long cents, double width, double unseen) {
        long from = Math.round(cents / width);
        long to = Math.round(cents * width);
        int own = place(to + 1) - place(from) + (isLeftOut(from, to) ? 1 : 0);
        return (Math.max(0, ledger.freeWithin(from, to) - own) + unseen) / ledger.months();
    }

    /** How many invoices come in a month. */
    double ofAny() {
        return (others + 1.0) / ledger.months();
    }

    /** The share of invoices on that day; no less than the days around it have, for that a day had none so far is chance too. */
    double onDay(int key) {
        double exact = within(key, key);
        int from = Math.max(1, key - BillingModel.NEAR_DAYS);
        int to = Math.min(Months.LAST_DAY - 1, key + BillingModel.NEAR_DAYS);
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

    /** The months in which an amount could have come: its own, and of those before some, unless it is common. */
    static double months(Ledger ledger, int amount) {
        int span = ledger.monthsOf(amount);
        double before = Math.max(0, Math.min(NEW_MONTHS, ledger.months()) - span);
        return span + before * Math.min(1, NEW / Math.max(1.0, ledger.freeOf(amount)));
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
