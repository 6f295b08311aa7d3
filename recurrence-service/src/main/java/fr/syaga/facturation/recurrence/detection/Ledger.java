package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The standing invoices of one customer and which of them are already explained by a track. */
final class Ledger {

    /** Under a year of history says too little about how often an amount comes by chance. */
    private static final int SHORTEST_SPAN_MONTHS = 12;

    private final List<Billed> invoices;
    private final long[] days;
    private final Map<Long, Integer> freeByAmount = new HashMap<>();
    private final int[] freeByDay = new int[Months.LAST_DAY + 1];
    private final long[] sortedCents;
    private int free;
    private long freeSquares;

    Ledger(List<Billed> invoices) {
        this.invoices = invoices;
        this.days =
                invoices.stream().mapToLong(each -> each.issuedOn.toEpochDay()).toArray();
        this.sortedCents =
                invoices.stream().mapToLong(each -> each.cents).sorted().toArray();
        invoices.forEach(each -> count(each, 1));
    }

    List<Billed> free() {
        return invoices.stream().filter(Billed::isFree).toList();
    }

    /** Free invoices from {@code from} to {@code to}, both inclusive. */
    List<Billed> freeBetween(LocalDate from, LocalDate to) {
        List<Billed> found = new ArrayList<>();
        int at = Arrays.binarySearch(days, from.toEpochDay());
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && days[at - 1] == from.toEpochDay()) {
            at--;
        }
        for (; at < days.length && days[at] <= to.toEpochDay(); at++) {
            if (invoices.get(at).isFree()) {
                found.add(invoices.get(at));
            }
        }
        return found;
    }

    Map<Long, List<Billed>> freeByAmount() {
        Map<Long, List<Billed>> groups = new LinkedHashMap<>();
        for (Billed each : invoices) {
            if (each.isFree()) {
                groups.computeIfAbsent(each.cents, amount -> new ArrayList<>()).add(each);
            }
        }
        return groups;
    }

    void claim(Track track) {
        track.hits().forEach(hit -> claim(hit.invoice()));
    }

    void claim(Billed invoice) {
        if (invoice.isFree()) {
            count(invoice, -1);
            invoice.claim();
        }
    }

    void release(Billed invoice) {
        if (!invoice.isFree()) {
            invoice.release();
            count(invoice, 1);
        }
    }

    int size() {
        return invoices.size();
    }

    int freeCount() {
        return free;
    }

    int freeOf(long cents) {
        return freeByAmount.getOrDefault(cents, 0);
    }

    int freeOnDay(int dayKey) {
        return freeByDay[dayKey];
    }

    /** The sum over all amounts of the square of how many free invoices have it. */
    long freeSquares() {
        return freeSquares;
    }

    /** How many invoices, free or not, ask for {@code from} to {@code to} cents, both inclusive. */
    int between(long from, long to) {
        return Math.max(0, place(to + 1) - place(from));
    }

    int spanMonths() {
        int span = invoices.get(invoices.size() - 1).month - invoices.get(0).month + 1;
        return Math.max(SHORTEST_SPAN_MONTHS, span);
    }

    private int place(long cents) {
        int low = 0;
        int high = sortedCents.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sortedCents[middle] < cents) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void count(Billed invoice, int one) {
        int before = freeOf(invoice.cents);
        int after = before + one;
        freeByAmount.put(invoice.cents, after);
        freeByDay[invoice.dayKey()] += one;
        free += one;
        freeSquares += (long) after * after - (long) before * before;
    }
}
