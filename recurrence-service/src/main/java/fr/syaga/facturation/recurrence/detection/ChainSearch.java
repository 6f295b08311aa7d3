package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chains of invoices one, two, three, six or twelve months apart, of one amount or of one that changes now and then. Each
 * invoice remembers its best forerunner, so that all chains are found in one pass over the dates. What a link is worth is
 * supposed here in the chain's favour; {@link LikelihoodRatio} weighs it afterwards.
 */
final class ChainSearch {

    private static final int[] STEPS = {12, 6, 3, 2, 1};

    /** Two and three occurrences differ as coincidence and contract. */
    static final int SHORTEST = 3;

    /** What is invoiced four times a year or less waits longer for somebody to think of it. */
    private static final int RARE = 3;

    private static final int LATEST_DAYS_OF_RARE = 20;

    /** The widest a due date of the last days of a month drifts by the different lengths of months. */
    private static final int MONTH_LENGTHS = 3;

    /** A chain may begin with a link that is worth less than nothing. */
    private static final double DOUBTFUL_START = -1;

    /** So much less than it takes a chain may be worth here, for invoices that are added later may make up for it. */
    private static final double SLACK = 3;

    /** Scores are compared to the thousandth. */
    private static final double PRECISION = 1000;

    private static final double DAYS_A_MONTH = 30.44;
    private static final int LONGEST_MONTH = 31;

    private final Ledger ledger;
    private final StandingInvoice[] invoices;
    private final long[] cents;
    private final long[] epochDay;
    private final LinkWorth worth;
    private final int[] sameBefore;
    private final double[] score;
    private final double[] rate;
    private final int[] dueMonth;
    private final int[] day;
    private final int[] before;
    private final LocalDate asOf;
    private double leastRunning;
    private double leastOver;
    private int step;

    private ChainSearch(Ledger ledger, LocalDate asOf) {
        this.ledger = ledger;
        this.asOf = asOf;
        this.invoices = ledger.free().toArray(new StandingInvoice[0]);
        this.cents = Arrays.stream(invoices).mapToLong(each -> each.cents).toArray();
        this.epochDay = Arrays.stream(invoices).mapToLong(each -> each.epochDay).toArray();
        this.worth = new LinkWorth(ledger, invoices);
        this.score = new double[invoices.length];
        this.rate = new double[invoices.length];
        this.dueMonth = new int[invoices.length];
        this.day = new int[invoices.length];
        this.before = new int[invoices.length];
        this.sameBefore = new int[invoices.length];
        int[] last = new int[ledger.amounts()];
        Arrays.fill(last, -1);
        for (int i = 0; i < invoices.length; i++) {
            sameBefore[i] = last[invoices[i].amount];
            last[invoices[i].amount] = i;
        }
    }

    /** Every chain of three or more that no longer one contains and that may be believed. */
    static List<CandidateContract> chains(Ledger ledger, LocalDate asOf) {
        ChainSearch search = new ChainSearch(ledger, asOf);
        List<CandidateContract> chains = new ArrayList<>();
        for (int step : STEPS) {
            search.search(step, chains);
        }
        return chains;
    }

    private void search(int months, List<CandidateContract> chains) {
        step = months;
        leastRunning = BestPart.BELIEVED
                + BestPart.trials(ledger.freeSince(asOf.toEpochDay() - (long) LONGEST_MONTH * step), step);
        leastOver = BestPart.BELIEVED + BestPart.trials(ledger.freeCount(), step);
        worth.of(step);
        int start = 0;
        int startOverMissed = 0;
        for (int i = 0; i < invoices.length; i++) {
            score[i] = 0;
            before[i] = -1;
            rate[i] = 1;
            dueMonth[i] = invoices[i].month;
            day[i] = invoices[i].dayKey();
            linkEqual(i);
            start = linkChanged(i, 1, start);
            startOverMissed = linkChanged(i, 2, startOverMissed);
        }
        ends(chains);
    }

    private void linkEqual(int i) {
        StandingInvoice invoice = invoices[i];
        int longest = BillingModel.longestPause(step) + 1;
        for (int j = sameBefore[i];
                j >= 0 && invoice.month - invoices[j].month <= longest * step + 1;
                j = sameBefore[j]) {
            // Days tell how many due dates lie between; months do not, for the 30th may stand for the 1st.
            int leap = Math.max(1, (int) Math.round((invoice.epochDay - invoices[j].epochDay) / (DAYS_A_MONTH * step)));
            if (leap <= longest) {
                double cost = BillingModel.costOfMissed(leap - 1);
                link(i, j, leap, step < RARE ? BillingModel.WIDE_DAYS : LATEST_DAYS_OF_RARE, worth.ofEqual(i) - cost);
            }
        }
    }

    /** Links to invoices of another amount; over a due date that was missed only to a price that rose as usual. */
    private int linkChanged(int i, int leap, int windowStart) {
        StandingInvoice invoice = invoices[i];
        long expected = Months.epochDay(invoice.month - leap * step, invoice.day);
        int start = windowStart;
        while (epochDay[start] < expected - BillingModel.NEAR_DAYS - MONTH_LENGTHS) {
            start++;
        }
        for (int j = start; j < i && epochDay[j] <= expected + BillingModel.NEAR_DAYS + MONTH_LENGTHS; j++) {
            long before = cents[j];
            if (before == invoice.cents || !PriceStep.isWithin(before, invoice.cents)) {
                continue;
            }
            double usual = PriceStep.usual(step, before, invoice.cents, rate[j]);
            if (leap == 1) {
                double other = worth.ofChanged(i);
                link(i, j, 1, BillingModel.NEAR_DAYS, usual > 0 ? Math.max(worth.ofUsual(usual), other) : other);
            } else if (usual > 0) {
                link(i, j, leap, BillingModel.NEAR_DAYS, worth.ofUsual(usual) - BillingModel.costOfMissed(leap - 1));
            }
        }
        return start;
    }

    /** Links an invoice to an earlier one when it is near the day of that one, or of the chain that ends with it. */
    private void link(int i, int j, int leap, int latestDays, double amount) {
        int off = off(invoices[j], invoices[i], leap);
        int due = dueMonth[j] + leap * step;
        int offChain = (int) Math.abs(invoices[i].epochDay - Months.epochDay(due, day[j]));
        boolean byChain = offChain <= off;
        off = Math.min(off, offChain);
        double gain = amount + worth.ofDay(i, off);
        double least = before[i] < 0 ? DOUBTFUL_START : score[i];
        if (off <= latestDays && score[j] + gain > least) {
            score[i] = score[j] + gain;
            before[i] = j;
            rate[i] = invoices[i].cents == invoices[j].cents ? rate[j] : (double) invoices[i].cents / invoices[j].cents;
            dueMonth[i] = byChain ? due : invoices[i].month;
            day[i] = byChain ? day[j] : invoices[i].dayKey();
        }
    }

    private int off(StandingInvoice earlier, StandingInvoice later, int leap) {
        if (earlier.isOnLastDay() && later.isOnLastDay()) {
            return later.month - earlier.month == step * leap ? 0 : Integer.MAX_VALUE;
        }
        return (int) Math.abs(later.epochDay - Months.epochDay(earlier.month + step * leap, earlier.day));
    }

    private double least(StandingInvoice last) {
        return asOf.toEpochDay() - last.epochDay < (long) LONGEST_MONTH * step ? leastRunning : leastOver;
    }

    /** The strongest chains first; what joins a stronger one is cut off where it does, so that no invoice is in two. */
    private void ends(List<CandidateContract> chains) {
        long[] ends = new long[invoices.length];
        for (int i = 0; i < invoices.length; i++) {
            ends[i] = (long) (-score[i] * PRECISION) << Integer.SIZE | i;
        }
        Arrays.sort(ends);
        boolean[] taken = new boolean[invoices.length];
        for (long each : ends) {
            int end = (int) each;
            if (taken[end] || score[end] <= 0) {
                continue;
            }
            int start = end;
            int size = 1;
            taken[end] = true;
            while (before[start] >= 0 && !taken[before[start]]) {
                start = before[start];
                taken[start] = true;
                size++;
            }
            double score = this.score[end] - this.score[start];
            if (size >= SHORTEST && score + SLACK >= least(invoices[end])) {
                chains.add(chain(end, size));
            }
        }
    }

    private CandidateContract chain(int end, int size) {
        StandingInvoice[] chain = new StandingInvoice[size];
        int at = end;
        for (int n = size - 1; n >= 0; n--, at = before[at]) {
            chain[n] = invoices[at];
        }
        return CandidateContract.onGrid(step, List.of(chain));
    }
}
