package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Stretches of one amount billed month after month. Several months billed together, a month billed on the last day of the
 * one before and a few interruptions belong to a stretch; amounts that come back now and then do not make one.
 */
final class MonthlySearch {

    /** Two equal invoices are a coincidence; three in a row are worth looking at. */
    private static final int SHORTEST = 3;

    /** A catch-up bills at most what a pause left out. */
    private static final int LONGEST_PAUSE = BillingModel.longestPause(1);

    /** Invoices of the last days of a month may be those of the next. */
    private static final int EARLY_DAYS = 3;

    /** A month end may be invoiced in the first days of the next month. */
    private static final int LATE_DAYS = 10;

    /** What a pause costs against the one that a month billed brings: more than one, so that every second month is no stretch. */
    private static final double PAUSE = 1.2;

    private static final double PAUSED_MONTH = 0.2;

    /** A stretch is over when it lost as much as three months billed: what follows is something else. */
    private static final double GIVE_UP = 3;

    private final int lastMonth;

    MonthlySearch(int lastMonth) {
        this.lastMonth = lastMonth;
    }

    List<CandidateContract> stretches(Ledger ledger) {
        List<CandidateContract> found = new ArrayList<>();
        Map<Integer, List<StandingInvoice>> byAmount = new LinkedHashMap<>();
        for (StandingInvoice each : ledger.free()) {
            if (ledger.freeOf(each.amount) >= SHORTEST) {
                byAmount.computeIfAbsent(each.amount, amount -> new ArrayList<>())
                        .add(each);
            }
        }
        byAmount.values().forEach(equal -> cut(spread(equal), found));
        return found;
    }

    /** One invoice a month; what a month has too many goes to the empty months that it can have been meant for. */
    private List<BilledOccurrence> spread(List<StandingInvoice> equal) {
        TreeMap<Integer, List<StandingInvoice>> byMonth = new TreeMap<>();
        equal.forEach(each ->
                byMonth.computeIfAbsent(each.month, month -> new ArrayList<>()).add(each));
        // What is always billed at month's end is not billed early.
        boolean atMonthEnd = equal.stream().filter(MonthlySearch::isLate).count() * 2 > equal.size();
        TreeMap<Integer, BilledOccurrence> occurrences = new TreeMap<>();
        for (Integer month = byMonth.firstKey(); month != null; month = byMonth.higherKey(month)) {
            List<StandingInvoice> inMonth = byMonth.get(month);
            while (!atMonthEnd && inMonth.size() > 1 && isEarlyForNext(inMonth, month, byMonth)) {
                StandingInvoice early = inMonth.remove(inMonth.size() - 1);
                byMonth.computeIfAbsent(month + 1, next -> new ArrayList<>()).add(0, early);
            }
            if (atMonthEnd
                    && inMonth.size() > 1
                    && inMonth.get(0).day <= LATE_DAYS
                    && !occurrences.containsKey(month - 1)) {
                occurrences.put(month - 1, new BilledOccurrence(month - 1, inMonth.remove(0), false));
            }
            Integer before = occurrences.isEmpty() ? null : occurrences.lastKey();
            if (before != null && month - before - 1 <= LONGEST_PAUSE) {
                for (int back = month - 1; back > before && inMonth.size() > 1; back--) {
                    occurrences.put(back, new BilledOccurrence(back, inMonth.remove(0), true));
                }
            }
            occurrences.put(month, new BilledOccurrence(month, best(inMonth), false));
        }
        return new ArrayList<>(
                atMonthEnd
                        ? occurrences.values()
                        : withEarlyOnesMoved(occurrences).values());
    }

    /** An invoice of a month's last days that its own month does not need, for it began or went on with the next. */
    private TreeMap<Integer, BilledOccurrence> withEarlyOnesMoved(TreeMap<Integer, BilledOccurrence> occurrences) {
        for (Integer month : List.copyOf(occurrences.descendingKeySet())) {
            BilledOccurrence occurrence = occurrences.get(month);
            boolean needed =
                    occurrences.containsKey(month - 1) || occurrences.containsKey(month + 1) || month + 1 > lastMonth;
            if (isLate(occurrence.invoice()) && !needed && occurrences.containsKey(month + 2)) {
                occurrences.remove(month);
                occurrences.put(month + 1, new BilledOccurrence(month + 1, occurrence.invoice(), false));
            }
        }
        return occurrences;
    }

    /** The month's last invoice is the next month's, billed a few days early, when that month would go without. */
    private boolean isEarlyForNext(
            List<StandingInvoice> inMonth, int month, TreeMap<Integer, List<StandingInvoice>> byMonth) {
        StandingInvoice last = inMonth.get(inMonth.size() - 1);
        if (!isLate(last) || inMonth.get(0).issuedOn.equals(last.issuedOn)) {
            return false;
        }
        int next = month + 1;
        while (byMonth.containsKey(next)
                && byMonth.get(next).size() == 1
                && isLate(byMonth.get(next).get(0))) {
            next++;
        }
        return !byMonth.containsKey(next) && next <= lastMonth;
    }

    private static boolean isLate(StandingInvoice invoice) {
        return invoice.day > invoice.issuedOn.lengthOfMonth() - EARLY_DAYS;
    }

    private static StandingInvoice best(List<StandingInvoice> inMonth) {
        // The first of the month is the commonest day; otherwise the latest is the likeliest of a month end.
        return inMonth.stream()
                .min(Comparator.comparing((StandingInvoice each) -> each.day != 1)
                        .thenComparing(each -> -each.day))
                .orElseThrow();
    }

    private static void cut(List<BilledOccurrence> occurrences, List<CandidateContract> found) {
        int from = 0;
        while (from < occurrences.size()) {
            double score = 1;
            double best = 1;
            int end = from;
            for (int at = from + 1; at < occurrences.size(); at++) {
                int gap =
                        occurrences.get(at).dueMonth() - occurrences.get(at - 1).dueMonth() - 1;
                score += gap == 0 ? 1 : 1 - PAUSE - PAUSED_MONTH * gap;
                if (gap > LONGEST_PAUSE || score < 1 || score < best - GIVE_UP) {
                    break;
                }
                if (score > best) {
                    best = score;
                    end = at;
                }
            }
            if (end - from + 1 >= SHORTEST && isMonthly(occurrences.subList(from, end + 1))) {
                found.add(CandidateContract.of(1, occurrences.subList(from, end + 1)));
                from = end + 1;
            } else {
                from++;
            }
        }
    }

    /** Months that follow each other, each with its own invoice or made up for on one day, make out half of a stretch at least. */
    private static boolean isMonthly(List<BilledOccurrence> stretch) {
        int following = 0;
        for (int i = 1; i < stretch.size(); i++) {
            BilledOccurrence before = stretch.get(i - 1);
            BilledOccurrence occurrence = stretch.get(i);
            boolean onItsOwn = !occurrence.bundled()
                    && (!before.bundled() || before.invoice().epochDay == occurrence.invoice().epochDay);
            following += occurrence.dueMonth() == before.dueMonth() + 1 && onItsOwn ? 1 : 0;
        }
        return following * 2 >= stretch.size() - 1;
    }
}
