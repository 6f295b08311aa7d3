package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** A supposed contract: invoices on a grid of due months, at most one a month of the grid. */
final class Track {

    /** How much less a hit says about the day of the month than the one after it: habits change, so the last ones count. */
    private static final double DAY_MEMORY = 0.75;

    /** The first is by far the commonest day, which decides when a few odd days leave a doubt. */
    private static final double FIRST_IS_COMMON = 1.25;

    private final int step;
    private final NavigableMap<Integer, Hit> hits = new TreeMap<>();
    private double chance;

    Track(int step) {
        this.step = step;
    }

    static Track of(int step, Collection<Hit> hits) {
        Track track = new Track(step);
        hits.forEach(track::add);
        return track;
    }

    /** Lays invoices that follow each other every {@code step} months on the grid that fits most of them. */
    static Track onGrid(int step, List<Billed> invoices) {
        int day = dayOf(invoices);
        int[] votes = new int[step];
        invoices.forEach(invoice -> votes[Math.floorMod(dueMonth(invoice, day), step)]++);
        int residue = 0;
        for (int r = 1; r < step; r++) {
            residue = votes[r] > votes[residue] ? r : residue;
        }
        Track track = new Track(step);
        for (Billed invoice : invoices) {
            int off = Math.floorMod(dueMonth(invoice, day) - residue, step);
            int slot = dueMonth(invoice, day) - (off > step / 2 ? off - step : off);
            Hit hit = new Hit(slot, invoice, false);
            Hit other = track.hits.get(slot);
            if (other == null || Math.abs(hit.daysFrom(day)) < Math.abs(other.daysFrom(day))) {
                track.add(hit);
            }
        }
        return track;
    }

    /** A contract of the 1st may be dated at the end of the month before, one of the 28th in the first days of the next. */
    private static int dueMonth(Billed invoice, int day) {
        if (day <= 10 && invoice.day >= 20) {
            return invoice.month + 1;
        }
        return day > 20 && invoice.day <= 10 ? invoice.month - 1 : invoice.month;
    }

    void add(Hit hit) {
        hits.put(hit.slot(), hit);
    }

    void addAll(Track other) {
        other.hits.values().forEach(hit -> hits.putIfAbsent(hit.slot(), hit));
    }

    void removeFirst() {
        hits.pollFirstEntry();
    }

    Hit removeLast() {
        return hits.pollLastEntry().getValue();
    }

    /** Remembers how easily chance would have made it; see {@link Chance}. */
    void believe(double logarithmOfChance) {
        this.chance = logarithmOfChance;
    }

    double chance() {
        return chance;
    }

    int step() {
        return step;
    }

    int size() {
        return hits.size();
    }

    Collection<Hit> hits() {
        return hits.values();
    }

    Hit first() {
        return hits.firstEntry().getValue();
    }

    Hit last() {
        return hits.lastEntry().getValue();
    }

    Hit at(int slot) {
        return hits.get(slot);
    }

    /** Due months between the first and the last hit that have none, ascending. */
    List<Integer> holes() {
        List<Integer> holes = new ArrayList<>();
        int expected = first().slot();
        for (int slot : hits.keySet()) {
            for (; expected < slot; expected += step) {
                holes.add(expected);
            }
            expected = slot + step;
        }
        return holes;
    }

    /** How many separate interruptions there are between the first and the last hit. */
    int interruptions() {
        int interruptions = 0;
        int expected = first().slot();
        for (int slot : hits.keySet()) {
            interruptions += slot > expected ? 1 : 0;
            expected = slot + step;
        }
        return interruptions;
    }

    /** The day of the month of this contract as it is billed now; 31 is the last day. */
    int dayOfMonth() {
        List<Billed> dated = hits.values().stream()
                .filter(hit -> !hit.shifted())
                .map(Hit::invoice)
                .toList();
        return dated.isEmpty() ? last().invoice().dayKey() : dayOf(dated);
    }

    /**
     * The day of the month on which more than half of its invoices are dated, now or earlier, 31 being the last day; the day
     * of now when there is no such day.
     */
    int habitualDay() {
        int[] votes = new int[Months.LAST_DAY + 1];
        int best = 0;
        for (Hit hit : hits.values()) {
            int key = hit.invoice().dayKey();
            votes[key] += hit.shifted() ? 0 : 1;
            best = votes[key] > votes[best] ? key : best;
        }
        return votes[best] * 2 > size() ? best : dayOfMonth();
    }

    private static int dayOf(List<Billed> invoices) {
        double[] weights = new double[Months.LAST_DAY + 1];
        double weight = 1;
        for (int i = invoices.size() - 1; i >= 0 && weight > 1e-6; i--, weight *= DAY_MEMORY) {
            Billed invoice = invoices.get(i);
            weights[invoice.day] += weight;
            for (int day = invoice.day + 1; invoice.isOnLastDay() && day <= Months.LAST_DAY; day++) {
                weights[day] += weight;
            }
        }
        weights[1] *= FIRST_IS_COMMON;
        int best = Months.LAST_DAY;
        for (int day = Months.LAST_DAY - 1; day >= 1; day--) {
            best = weights[day] > weights[best] + 1e-9 ? day : best;
        }
        return best;
    }
}
