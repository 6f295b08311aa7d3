package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The standing invoices of one customer and which of them are already explained by a candidate. */
final class Ledger {

    private final List<StandingInvoice> invoices;
    private final long[] amounts;
    private final int[] freeByAmount;
    private final int[] firstMonth;
    private final int[] lastMonth;
    private final int[] freeByDay = new int[Months.LAST_DAY + 1];
    private final int[] freeByMonthOfYear = new int[Months.A_YEAR];
    private final int[] freeUpTo;
    private boolean counted;
    private int free;
    private long freeSquares;

    /** Takes them by date and number. */
    Ledger(List<StandingInvoice> invoices) {
        this.invoices = invoices;
        this.amounts = invoices.stream()
                .mapToLong(each -> each.cents)
                .sorted()
                .distinct()
                .toArray();
        this.freeByAmount = new int[amounts.length];
        this.firstMonth = new int[amounts.length];
        this.lastMonth = new int[amounts.length];
        this.freeUpTo = new int[amounts.length + 1];
        for (StandingInvoice each : invoices) {
            each.amount = Arrays.binarySearch(amounts, each.cents);
            firstMonth[each.amount] = freeByAmount[each.amount] == 0 ? each.month : firstMonth[each.amount];
            lastMonth[each.amount] = each.month;
            freeSquares += 2L * freeByAmount[each.amount] + 1;
            freeByAmount[each.amount]++;
            freeByDay[each.dayKey()]++;
            freeByMonthOfYear[each.monthOfYear()]++;
            free++;
        }
    }

    List<StandingInvoice> free() {
        List<StandingInvoice> found = new ArrayList<>(free);
        for (StandingInvoice each : invoices) {
            if (each.isFree()) {
                found.add(each);
            }
        }
        return found;
    }

    /** Free invoices from one day to another, both inclusive, counted as {@link StandingInvoice#epochDay}. */
    List<StandingInvoice> freeBetween(long from, long to) {
        List<StandingInvoice> found = new ArrayList<>();
        int low = 0;
        int high = invoices.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (invoices.get(middle).epochDay < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        for (int at = low; at < invoices.size() && invoices.get(at).epochDay <= to; at++) {
            if (invoices.get(at).isFree()) {
                found.add(invoices.get(at));
            }
        }
        return found;
    }

    int freeSince(long epochDay) {
        int count = 0;
        for (int i = invoices.size() - 1; i >= 0 && invoices.get(i).epochDay >= epochDay; i--) {
            count += invoices.get(i).isFree() ? 1 : 0;
        }
        return count;
    }

    void claim(StandingInvoice invoice) {
        if (invoice.isFree()) {
            invoice.claim();
            freeByAmount[invoice.amount]--;
            freeSquares -= 2L * freeByAmount[invoice.amount] + 1;
            freeByDay[invoice.dayKey()]--;
            freeByMonthOfYear[invoice.monthOfYear()]--;
            free--;
            counted = false;
        }
    }

    void release(StandingInvoice invoice) {
        if (!invoice.isFree()) {
            invoice.release();
            freeSquares += 2L * freeByAmount[invoice.amount] + 1;
            freeByAmount[invoice.amount]++;
            freeByDay[invoice.dayKey()]++;
            freeByMonthOfYear[invoice.monthOfYear()]++;
            free++;
            counted = false;
        }
    }

    int amounts() {
        return amounts.length;
    }

    int freeCount() {
        return free;
    }

    /** Free invoices of an amount, by its place. */
    int freeOf(int amount) {
        return freeByAmount[amount];
    }

    /** The sum over all amounts of the square of how many free invoices have it: amounts that come back weigh more. */
    long freeSquares() {
        return freeSquares;
    }

    int freeOnDay(int dayKey) {
        return freeByDay[dayKey];
    }

    /** Free invoices of January, 0, to December of whatever year. */
    int freeInMonthOfYear(int month) {
        return freeByMonthOfYear[month];
    }

    /** Months from the first to the last invoice of an amount. */
    int monthsOf(int amount) {
        return lastMonth[amount] - firstMonth[amount] + 1;
    }

    /** How many free invoices ask for {@code from} to {@code to} cents, both inclusive. */
    int freeWithin(long from, long to) {
        if (!counted) {
            for (int i = 0; i < amounts.length; i++) {
                freeUpTo[i + 1] = freeUpTo[i] + freeByAmount[i];
            }
            counted = true;
        }
        return freeUpTo[place(to + 1)] - freeUpTo[place(from)];
    }

    int months() {
        return invoices.get(invoices.size() - 1).month - invoices.get(0).month + 1;
    }

    /** Where an amount stands among all amounts, or would stand. */
    int place(long cents) {
        int at = Arrays.binarySearch(amounts, cents);
        return at < 0 ? -at - 1 : at;
    }
}
