package fr.syaga.facturation.recurrence.detection;

import java.time.DayOfWeek;

/** How near its days a track's invoices are dated: on them, on the Monday after, within three days,
 * within ten, or anywhere. Habits change over the years. */
final class Habit {

    static final int ON_DAY = 0;
    static final int AFTER_WEEKEND = 1;
    static final int NEAR = 2;
    static final int WIDE = 3;
    static final int FAR = 4;

    static final int NEAR_DAYS = 3;
    static final int WIDE_DAYS = 10;

    /** The shares of a contract's invoices of which nothing is known yet, and how many invoices of its own outweigh them. */
    private static final double[] USUAL = {0.78, 0.03, 0.11, 0.06, 0.02};

    private static final double USUAL_WEIGHT = 8;

    /** So many invoices before and after one share its habit. */
    private static final int NEIGHBOURS = 12;

    private final int[][] seenBefore;

    Habit(Track track) {
        int day = track.dayOfMonth();
        seenBefore = new int[track.size() + 1][USUAL.length];
        int dayBefore = 0;
        for (int i = 0; i < track.size(); i++) {
            Hit hit = track.hits().get(i);
            System.arraycopy(seenBefore[i], 0, seenBefore[i + 1], 0, USUAL.length);
            if (!hit.shifted()) {
                int off = off(hit, day);
                seenBefore[i + 1][dayBefore == 0 ? off : Math.min(off, off(hit, dayBefore))]++;
                dayBefore = hit.invoice().dayKey();
            }
        }
    }

    /** How near the due date of a calendar on that day of the month an invoice is. */
    static int off(Hit hit, int dayOfMonth) {
        int days = hit.daysFrom(dayOfMonth);
        if (days > 0 && isAfterWeekend(hit.invoice(), days)) {
            return AFTER_WEEKEND;
        }
        int distance = Math.abs(days);
        return distance == 0 ? ON_DAY : distance <= NEAR_DAYS ? NEAR : distance <= WIDE_DAYS ? WIDE : FAR;
    }

    /** Due on a Saturday or Sunday and made on the Monday after. */
    static boolean isAfterWeekend(Billed invoice, int daysLate) {
        return daysLate <= 2 && invoice.issuedOn.getDayOfWeek() == DayOfWeek.MONDAY;
    }

    /** How likely the {@code at}-th invoice is so far from its day. */
    double likelihood(int at, int off) {
        int[] from = seenBefore[Math.max(0, Math.min(at, seenBefore.length - 1) - NEIGHBOURS)];
        int[] to = seenBefore[Math.min(seenBefore.length - 1, at + NEIGHBOURS + 1)];
        double all = USUAL_WEIGHT;
        for (int i = 0; i < USUAL.length; i++) {
            all += to[i] - from[i];
        }
        return (to[off] - from[off] + USUAL_WEIGHT * USUAL[off]) / all;
    }
}
