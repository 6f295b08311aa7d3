package fr.syaga.facturation.recurrence.detection;

import java.util.List;

/** The day of the month that a contract's invoices mean, though some are dated a few days beside it. */
final class DayOfMonth {

    /** How much less an invoice says about the day than the one after it: habits change, so the last ones count. */
    private static final double MEMORY = 0.75;

    /** So many invoices back that what came earlier no longer counts. */
    private static final int REMEMBERED = 24;

    /** No invoice says more against a day than that, in nats: it may be about another day altogether. */
    private static final double FAR = 6.0;

    private static final double[] COST = new double[Months.LAST_DAY + 1];

    static {
        for (int day = 1; day <= Months.LAST_DAY; day++) {
            COST[day] = -Math.log(BillingModel.agreedDay(day) / BillingModel.agreedDay(1));
        }
    }

    private DayOfMonth() {}

    /** 1 to 30, or 31 for the last day of every month. */
    static int of(List<StandingInvoice> byDate) {
        int best = 0;
        double lowest = Double.MAX_VALUE;
        int thinkable = thinkable(byDate);
        for (int day = 1; day <= Months.LAST_DAY; day++) {
            if ((thinkable & 1 << day) == 0) {
                continue;
            }
            double cost = cost(byDate, day, lowest);
            if (cost < lowest) {
                lowest = cost;
                best = day;
            }
        }
        return best;
    }

    /** A bit for each day on which an invoice is dated, or a weekend before it, and for the first and the last. */
    private static int thinkable(List<StandingInvoice> byDate) {
        int days = 1 << 1 | 1 << Months.LAST_DAY;
        for (int i = Math.max(0, byDate.size() - REMEMBERED); i < byDate.size(); i++) {
            int day = byDate.get(i).day;
            days |= 1 << day | 1 << Math.max(1, day - 1) | 1 << Math.max(1, day - 2);
        }
        return days;
    }

    private static double cost(List<StandingInvoice> byDate, int day, double lowest) {
        double cost = COST[day];
        double weight = 1;
        int oldest = Math.max(0, byDate.size() - REMEMBERED);
        for (int i = byDate.size() - 1; i >= oldest && cost < lowest; i--, weight *= MEMORY) {
            cost += weight * off(byDate.get(i), day);
        }
        return cost;
    }

    private static double off(StandingInvoice invoice, int day) {
        if (invoice.day == day || invoice.isOnLastDay() && day > invoice.day) {
            return 0;
        }
        int length = invoice.lastDay;
        int off = invoice.day - Math.min(day, length);
        // The nearest due date may be that of the month before or after.
        off = off > length / 2 ? off - length : off < -length / 2 ? off + length : off;
        double likely = BillingModel.dated(invoice.issuedOn, off) / BillingModel.Timing.ON_DAY.probability;
        return Math.min(FAR, -Math.log(likely));
    }
}
