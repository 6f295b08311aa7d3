package fr.syaga.facturation.recurrence.detection;

import java.util.Arrays;

import fr.syaga.facturation.recurrence.detection.BillingModel.Timing;

/** What it is worth, in nats and in the chain's favour, that a chain goes on with an invoice. */
final class LinkWorth {

    /** A chain of so many months or more can be all that its day holds, and its price another one each time. */
    private static final int RARE = 6;

    private static final double DAYS_A_MONTH = 30;

    private static final double[] BESIDE = new double[Timing.values().length];

    static {
        for (Timing timing : Timing.values()) {
            BESIDE[timing.ordinal()] = Math.log(timing.aDay() * DAYS_A_MONTH);
        }
    }

    private final Ledger ledger;
    private final StandingInvoice[] invoices;
    private final int[] alike;
    private final double[] onDay;
    private final double[] changed;
    private final double[] equal;
    private int longest;
    private double change;

    LinkWorth(Ledger ledger, StandingInvoice[] invoices) {
        this.ledger = ledger;
        this.invoices = invoices;
        this.alike = alike();
        this.onDay = new double[invoices.length];
        this.changed = new double[invoices.length];
        Arrays.fill(changed, Double.NaN);
        this.equal = new double[ledger.amounts()];
    }

    /** What follows is about chains of invoices so many months apart. */
    void of(int step) {
        longest = step >= RARE ? ledger.months() / step + 1 : 0;
        change = Math.log(BillingModel.changed(step));
        onDay();
        for (int amount = 0; amount < equal.length; amount++) {
            // The chain takes all of that amount that it can.
            double all = ledger.freeOf(amount);
            double own = Math.min(all, ledger.monthsOf(amount) / (double) step + 1);
            double repetition = Background.repetition(ledger.freeSquares() - all * all, ledger.freeCount() - all);
            equal[amount] = Background.worth(own, all - own, repetition, Background.months(ledger, amount));
        }
    }

    double ofEqual(int i) {
        return equal[invoices[i].amount];
    }

    /** An invoice of another price, whatever the distance of the two. */
    double ofChanged(int i) {
        if (Double.isNaN(changed[i])) {
            long cents = invoices[i].cents;
            int around =
                    ledger.freeWithin(Math.round(cents / BillingModel.WITHIN), Math.round(cents * BillingModel.WITHIN));
            changed[i] = Math.log((double) ledger.months() / around);
        }
        return change + changed[i];
    }

    /** A price that rose as usual, that being so likely. */
    double ofUsual(double likelihood) {
        return Math.log(likelihood * ledger.months() / PriceStep.UNSEEN);
    }

    /** An invoice so many days beside the chain's day. */
    double ofDay(int i, int off) {
        return off == 0 ? onDay[i] : BESIDE[Timing.within(off).ordinal()];
    }

    /** For each invoice how many ask for its amount on its day. */
    private int[] alike() {
        int days = Months.LAST_DAY + 1;
        int[] together = new int[ledger.amounts() * days];
        for (StandingInvoice each : invoices) {
            together[each.amount * days + each.dayKey()]++;
        }
        return Arrays.stream(invoices)
                .mapToInt(each -> together[each.amount * days + each.dayKey()])
                .toArray();
    }

    /** A chain on that day takes those of its amount, and a rare one as many others as it can. */
    private void onDay() {
        for (int i = 0; i < invoices.length; i++) {
            StandingInvoice each = invoices[i];
            int others = Math.max(0, ledger.freeOnDay(each.dayKey()) - Math.max(alike[i], longest));
            int all = Math.max(others, ledger.freeCount() - Math.max(ledger.freeOf(each.amount), longest));
            onDay[i] = Math.log(Timing.ON_DAY.probability / Background.share(each.dayKey(), others, all));
        }
    }
}
