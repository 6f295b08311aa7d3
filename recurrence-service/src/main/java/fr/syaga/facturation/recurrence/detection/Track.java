package fr.syaga.facturation.recurrence.detection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A supposed contract: invoices on a grid of due months, at most one a month of the grid. */
final class Track {

    private final int step;
    private final List<Hit> hits = new ArrayList<>();
    private int day;
    private double evidence;

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
        int day = DayOfMonth.of(invoices);
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
            Hit other = track.at(slot);
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

    /** Puts it on its due month, in the place of what is there. */
    void add(Hit hit) {
        int at = place(hit.slot());
        if (at < hits.size() && hits.get(at).slot() == hit.slot()) {
            hits.set(at, hit);
        } else {
            hits.add(at, hit);
        }
        day = 0;
    }

    void addAll(Track other) {
        for (Hit hit : other.hits) {
            if (at(hit.slot()) == null) {
                add(hit);
            }
        }
    }

    Track part(int from, int to) {
        return of(step, hits.subList(from, to + 1));
    }

    /** Remembers how much speaks for it; see {@link Evidence}. */
    void believe(double nats) {
        this.evidence = nats;
    }

    double evidence() {
        return evidence;
    }

    int step() {
        return step;
    }

    int size() {
        return hits.size();
    }

    List<Hit> hits() {
        return hits;
    }

    Hit first() {
        return hits.get(0);
    }

    Hit last() {
        return hits.get(hits.size() - 1);
    }

    /** Null when that month was not billed. */
    Hit at(int slot) {
        int at = place(slot);
        return at < hits.size() && hits.get(at).slot() == slot ? hits.get(at) : null;
    }

    /** At least every second invoice asks for what the one before it asked, or for as much more as is usual. */
    boolean holdsItsPrice() {
        int changes = 0;
        double rate = 1;
        for (int i = 1; i < hits.size(); i++) {
            long before = hits.get(i - 1).invoice().cents;
            long cents = hits.get(i).invoice().cents;
            changes += cents == before || PriceStep.isUsual(before, cents, rate) ? 0 : 1;
            rate = cents == before ? rate : (double) cents / before;
        }
        return changes * 2 < hits.size();
    }

    /** Its amounts go up and down, and none lasts: a contract's price does not. */
    boolean wavers() {
        int stretches = 1;
        boolean falls = false;
        for (int i = 1; i < hits.size(); i++) {
            long before = hits.get(i - 1).invoice().cents;
            long cents = hits.get(i).invoice().cents;
            stretches += cents == before ? 0 : 1;
            falls |= cents < before;
        }
        return falls && stretches > 2 && stretches * 2 > hits.size();
    }

    boolean holds(Billed invoice) {
        for (Hit hit : hits) {
            if (hit.invoice() == invoice) {
                return true;
            }
        }
        return false;
    }

    boolean isFree() {
        for (Hit hit : hits) {
            if (!hit.invoice().isFree()) {
                return false;
            }
        }
        return true;
    }

    /** Due months between the first and the last hit that have none, ascending. */
    List<Integer> holes() {
        List<Integer> holes = new ArrayList<>();
        int expected = first().slot();
        for (Hit hit : hits) {
            for (; expected < hit.slot(); expected += step) {
                holes.add(expected);
            }
            expected = hit.slot() + step;
        }
        return holes;
    }

    /** How many separate interruptions there are between the first and the last hit. */
    int interruptions() {
        int interruptions = 0;
        for (int i = 1; i < hits.size(); i++) {
            interruptions += hits.get(i).slot() - hits.get(i - 1).slot() > step ? 1 : 0;
        }
        return interruptions;
    }

    /** The day of the month of this contract as it is billed now; 31 is the last day. */
    int dayOfMonth() {
        if (day == 0) {
            List<Billed> dated = new ArrayList<>(hits.size());
            for (Hit hit : hits) {
                if (!hit.shifted()) {
                    dated.add(hit.invoice());
                }
            }
            day = dated.isEmpty() ? last().invoice().dayKey() : DayOfMonth.of(dated);
        }
        return day;
    }

    /** Where a due month stands among the hits, or would stand. */
    int place(int slot) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).slot() < slot) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
