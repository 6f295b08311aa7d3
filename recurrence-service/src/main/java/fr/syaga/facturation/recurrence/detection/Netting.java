package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes back what credit notes took back. A credit note cancels the nearest earlier invoice of its amount, a double before
 * any other; failing that the last invoices of which it is the sum; failing that it is a part of the last larger invoice.
 */
final class Netting {

    /** A credit note reaches back two years: later corrections than that are another business. */
    private static final int REACH_MONTHS = 24;

    /** A double is credited within half a year, or it is not what the credit note is about. */
    private static final int DOUBLE_REACH_MONTHS = 6;

    /** A partial credit note belongs to an invoice of the last half year. */
    private static final int PART_REACH_MONTHS = 6;

    /** A series credited by one document is rarely longer than two years of months. */
    private static final int LONGEST_SUM = 24;

    private final Map<Long, List<StandingInvoice>> standingByAmount = new HashMap<>();
    private final Deque<StandingInvoice> recent = new ArrayDeque<>();
    private final List<StandingInvoice> invoices = new ArrayList<>();
    private final Set<StandingInvoice> cancelled = new HashSet<>();

    private Netting() {}

    /** The invoices that still stand, by date and number. */
    static List<StandingInvoice> standing(List<HistoryDocument> documents) {
        List<HistoryDocument> ordered = new ArrayList<>(documents);
        // On one day the invoices come first: a credit note may bear the smaller number.
        ordered.sort(Comparator.comparing(HistoryDocument::issuedOn)
                .thenComparing(d -> d.netCents() < 0)
                .thenComparing(HistoryDocument::number));
        Netting netting = new Netting();
        for (HistoryDocument document : ordered) {
            if (document.netCents() > 0) {
                netting.bill(new StandingInvoice(document));
            } else if (document.netCents() < 0) {
                netting.credit(-document.netCents(), Months.of(document.issuedOn()));
            }
        }
        return netting.invoices.stream()
                .filter(each -> !netting.cancelled.contains(each) && each.netCents() > 0)
                .toList();
    }

    private void bill(StandingInvoice invoice) {
        invoices.add(invoice);
        recent.addLast(invoice);
        standingByAmount
                .computeIfAbsent(invoice.cents, amount -> new ArrayList<>())
                .add(invoice);
    }

    private void credit(long cents, int month) {
        while (!recent.isEmpty() && recent.peekFirst().month < month - PART_REACH_MONTHS) {
            recent.removeFirst();
        }
        if (!cancelOne(cents, month) && !creditHalf(cents) && !cancelSeries(cents, month)) {
            creditPart(cents);
        }
    }

    private boolean cancelOne(long cents, int month) {
        List<StandingInvoice> equal = standingByAmount.get(cents);
        if (equal == null || equal.isEmpty() || equal.get(equal.size() - 1).month < month - REACH_MONTHS) {
            return false;
        }
        cancelled.add(equal.remove(nearestDoubleOrLast(equal, month)));
        return true;
    }

    private static int nearestDoubleOrLast(List<StandingInvoice> equal, int month) {
        for (int i = equal.size() - 1; i > 0 && equal.get(i).month >= month - DOUBLE_REACH_MONTHS; i--) {
            if (equal.get(i - 1).month == equal.get(i).month) {
                return i;
            }
        }
        return equal.size() - 1;
    }

    private boolean creditHalf(long cents) {
        for (var each = recent.descendingIterator(); each.hasNext(); ) {
            StandingInvoice invoice = each.next();
            // A half of an odd amount was rounded to the cent.
            if (!cancelled.contains(invoice) && Math.abs(invoice.netCents() - 2 * cents) <= 1) {
                invoice.creditInPart(cents);
                return true;
            }
        }
        return false;
    }

    private boolean cancelSeries(long cents, int month) {
        for (int count = 2; count <= LONGEST_SUM; count++) {
            List<StandingInvoice> equal = cents % count == 0 ? standingByAmount.get(cents / count) : null;
            if (equal == null || equal.size() < count) {
                continue;
            }
            List<StandingInvoice> last = equal.subList(equal.size() - count, equal.size());
            boolean whole = equal.size() == count && last.get(0).month >= month - REACH_MONTHS;
            if (whole || last.get(0).month >= month - count) {
                cancelled.addAll(last);
                last.clear();
                return true;
            }
        }
        return false;
    }

    private void creditPart(long cents) {
        for (var each = recent.descendingIterator(); each.hasNext(); ) {
            StandingInvoice invoice = each.next();
            if (!cancelled.contains(invoice) && invoice.netCents() > cents) {
                invoice.creditInPart(cents);
                return;
            }
        }
    }
}
