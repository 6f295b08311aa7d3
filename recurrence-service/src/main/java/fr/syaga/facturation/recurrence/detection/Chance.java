package fr.syaga.facturation.recurrence.detection;

import java.util.HashMap;
import java.util.Map;

/**
 * How easily chance alone would lay a customer's other invoices on the calendar of a track. A customer with seventy invoices
 * of a few round amounts a year shows many equal amounts at equal distances; one with three invoices in all shows none.
 */
final class Chance {

    /** Expected number of such tracks by chance in one customer's history above which a track is not believed. */
    private static final double BELIEVED_BELOW = Math.log(0.01);

    /** Five periodicities are tried from every invoice. */
    private static final int CALENDARS = 5;

    /** Nothing is rarer than one in ten thousand: histories hold surprises that no rate foresees. */
    private static final double RAREST = 1e-4;

    /** Unknown invoices that are supposed beside those seen, so that a short history proves less. */
    private static final double UNSEEN = 0.05;

    private static final double DAYS_A_MONTH = 30.4;

    /** Days beside the due date that still count as on the day: weekends, and the 2nd and 3rd for the 1st. */
    static final int NEAR_DAYS = 3;

    /** What an interruption and each due date missed in it cost, as natural logarithms: a contract is rarely interrupted. */
    private static final double INTERRUPTION = 1.5;

    private static final double MISSED = 0.3;

    /** What a change of price costs, as a natural logarithm: with each one a chain may choose among more invoices. */
    private static final double OTHER_PRICE = 3.0;

    private static final double RISE = 2.0;

    /** A contract is rarely dated far from its day; what such a hit costs, as a natural logarithm, and at worst. */
    private static final double OFF_DAY = 1.5;

    private static final double OFF_DAY_AT_WORST = 0.8;

    /** A third of a contract's invoices may be off its day before they speak against it. */
    private static final double USUALLY_OFF_DAY = 1.0 / 3;

    /** A yearly rise: prices creep up, by a tenth at most. */
    static final double LARGEST_RISE = 1.10;

    /** How widely amounts are counted to learn how dense they are around a price, as a ratio up and down. */
    private static final double NEIGHBOURHOOD = 4.0 / 3;

    /** Two rises are of the same rate when they differ by less than rounding can explain. */
    static final double SAME_RATE = 0.002;

    private final Ledger ledger;
    private final Track track;
    private final Map<Long, Integer> ownByAmount = new HashMap<>();
    private final int[] ownByDay = new int[Months.LAST_DAY + 1];
    private final Map<Long, Integer> punctualByAmount = new HashMap<>();
    private final int day;
    private final int habitualDay;
    private final double outside;
    private final double repetition;

    private Chance(Ledger ledger, Track track) {
        this.ledger = ledger;
        this.track = track;
        this.day = track.dayOfMonth();
        this.habitualDay = track.habitualDay();
        int own = 0;
        for (Hit hit : track.hits()) {
            if (hit.invoice().isFree()) {
                ownByAmount.merge(hit.invoice().cents, 1, Integer::sum);
                ownByDay[hit.invoice().dayKey()]++;
                own++;
                if (!isOffDay(hit)) {
                    punctualByAmount.merge(hit.invoice().cents, 1, Integer::sum);
                }
            }
        }
        this.outside = ledger.freeCount() - (double) own;
        this.repetition = repetitionOutside();
    }

    static boolean explains(Ledger ledger, Track track) {
        return logarithm(ledger, track) >= BELIEVED_BELOW;
    }

    /** The natural logarithm of the expected number of such tracks by chance. */
    static double logarithm(Ledger ledger, Track track) {
        return new Chance(ledger, track).logarithm();
    }

    private double logarithm() {
        double sum = Math.log((double) CALENDARS * ledger.size() + 1);
        Hit before = null;
        double rate = 1;
        boolean dayKnown = false;
        for (Hit hit : track.hits()) {
            if (before != null && !hit.shifted()) {
                double ratio = (double) hit.invoice().cents / before.invoice().cents;
                sum += hit(hit, ratio, rate, dayKnown);
                rate = ratio == 1 ? rate : ratio;
            }
            // The first invoice on the day only says which day it is.
            dayKnown = dayKnown || !hit.shifted() && !isOffDay(hit);
            before = hit;
        }
        return sum
                + INTERRUPTION * track.interruptions()
                + MISSED * track.holes().size();
    }

    private double hit(Hit hit, double ratio, double rate, boolean dayKnown) {
        double alike;
        double cost = 0;
        if (isOffDay(hit)) {
            return ratio == 1 ? offDay(hit) : OTHER_PRICE;
        }
        if (ratio == 1) {
            alike = Math.max(ofAmount(hit.invoice().cents), repetition);
        } else if (ratio > 1 && ratio <= LARGEST_RISE) {
            double width = Math.abs(ratio - rate) < SAME_RATE ? 2 * SAME_RATE : Math.log(LARGEST_RISE);
            alike = density(hit.invoice().cents) * width;
            cost = RISE;
        } else {
            return OTHER_PRICE;
        }
        double expected = (alike + UNSEEN) / ledger.spanMonths() * (dayKnown ? shareOfDay(hit) : 1);
        return cost + Math.log(Math.min(1, Math.max(RAREST, expected)));
    }

    /** How many invoices have this amount and are not on the calendar: outside the track, or in it on too many other days. */
    private double ofAmount(long cents) {
        double own = ownByAmount.getOrDefault(cents, 0);
        double offDay = own - punctualByAmount.getOrDefault(cents, 0);
        return ledger.freeOf(cents) - own + Math.max(0, offDay - own * USUALLY_OFF_DAY);
    }

    private double offDay(Hit hit) {
        double alike = Math.max(ofAmount(hit.invoice().cents), repetition);
        return Math.min(OFF_DAY_AT_WORST, OFF_DAY + Math.log((alike + UNSEEN) / ledger.spanMonths()));
    }

    /** How many further invoices of its amount an outside invoice has, on average. */
    private double repetitionOutside() {
        if (outside <= 0) {
            return 0;
        }
        double squares = ledger.freeSquares();
        for (Map.Entry<Long, Integer> own : ownByAmount.entrySet()) {
            double all = ledger.freeOf(own.getKey());
            double rest = all - own.getValue();
            squares += rest * rest - all * all;
        }
        return Math.max(0, squares / outside - 1);
    }

    /** Invoices outside the track around an amount, for each unit of the logarithm of the amount. */
    private double density(long cents) {
        long from = Math.round(cents / NEIGHBOURHOOD);
        long to = Math.round(cents * NEIGHBOURHOOD);
        long own = track.hits().stream()
                .filter(hit -> hit.invoice().cents >= from && hit.invoice().cents <= to)
                .count();
        return Math.max(0, ledger.between(from, to) - own) / (2 * Math.log(NEIGHBOURHOOD)) + repetition;
    }

    private boolean isOffDay(Hit hit) {
        return !hit.invoice().isOnLastDay()
                && Math.abs(hit.daysFrom(day)) > NEAR_DAYS
                && Math.abs(hit.daysFrom(habitualDay)) > NEAR_DAYS;
    }

    /** Which share of the customer's other invoices falls on such a day of the month. */
    private double shareOfDay(Hit hit) {
        boolean onDay = hit.daysFrom(day) == 0 || hit.daysFrom(habitualDay) == 0;
        int width = onDay || hit.invoice().isOnLastDay() ? 0 : NEAR_DAYS;
        double seen = 0;
        int centre = hit.invoice().dayKey();
        for (int key = Math.max(1, centre - width); key <= Math.min(Months.LAST_DAY, centre + width); key++) {
            seen += ledger.freeOnDay(key) - (double) ownByDay[key];
        }
        double uniform = (2 * width + 1) / DAYS_A_MONTH;
        return Math.min(1, (seen + 2 * uniform) / (outside + 2));
    }
}
