package fr.syaga.facturation.recurrence.detection;

import java.time.DayOfWeek;
import java.time.LocalDate;

/**
 * How a contract bills: every probability of it, in one place. A probability without another unit is that of one due date. The
 * counts behind the numbers are printed by {@code BillingCounts} in the tests, from the truth of both generators and from the
 * demonstration. "Counted" gives the range over these five for seeds 11 to 14. Where a number
 * differs on purpose, its comment says why.
 */
final class BillingModel {

    /** Days around a due date that count as near it. */
    static final int NEAR_DAYS = 3;

    /** Days around a due date that still count as its own time of the month. */
    static final int WIDE_DAYS = 10;

    /** Of the invoices beside their day, the share that comes late. Counted 0.86 to 0.98; chosen lower, for the eve of the 1st is common. */
    static final double LATE = 0.75;

    /**
     * Another invoice than the one before follows the day of that one rather than the contract's present day. Chosen: habits rarely
     * change, so the old day is half as likely.
     */
    static final double OLD_HABIT = 0.5;

    /** The day that a new contract agrees on. Chosen after the demonstration and what bookkeepers say; not counted. */
    private static final double FIRST_OF_MONTH = 0.43;

    private static final double LAST_OF_MONTH = 0.13;
    private static final double FIFTEENTH = 0.085;
    private static final double ROUND_DAY = 0.035;
    private static final int[] ROUND_DAYS = {5, 10, 20, 25, 28};
    private static final int OTHER_DAYS = Months.LAST_DAY - 3 - ROUND_DAYS.length;
    private static final double ANY_OTHER_DAY =
            (1 - FIRST_OF_MONTH - LAST_OF_MONTH - FIFTEENTH - ROUND_DAYS.length * ROUND_DAY) / OTHER_DAYS;

    private static final double DAYS_A_WEEK = 7;
    private static final double WEEKEND = 2;

    /** A new price, for each month since the last invoice. Counted 0.008 to 0.062. */
    private static final double CHANGED_A_MONTH = 0.05;

    /** A new price, however long ago the last invoice is. Chosen: most yearly prices are kept. */
    private static final double CHANGED_AT_MOST = 1 / 3.0;

    /** How a price changes, as shares of all changes. Counted 0 to 0.54 for neat percentages, 0.23 to 0.67 for other rises. */
    static final double RISE_NEAT = 0.32;

    static final double RISE_WITHIN = 0.40;
    /** Chosen far above the counts (0 to 0.17): what changes much is rare, but must not be lost. */
    static final double RISE_BEYOND = 0.18;
    /** Chosen below the counts (0.15 to 0.24): a fall is what chance brings up most often. */
    static final double FALL_WITHIN = 0.06;

    static final double FALL_BEYOND = 0.04;

    /** How far prices change on average, as a natural logarithm. */
    private static final double MEAN_CHANGE = 0.12;

    /** A new price is looked for within that ratio of the old one. */
    static final double WITHIN = 1.4;

    /**
     * After a price that differs from a former one, the former one comes back. Counted 0.001 to 0.016 of all invoices, but
     * few invoices follow a changed price. Chosen for those that do.
     */
    static final double BACK = 0.2;

    /** After a rise, another one by the same rate. Chosen for yearly contracts that follow an index. */
    static final double SAME_RATE = 0.3;

    /** A row of unbilled due dates begins. Counted 0.002 to 0.020; chosen higher, for a gap must not cut a contract in two. */
    static final double INTERRUPTED = 0.086;

    /** A row of unbilled due dates goes on by one more. Counted 0.56 to 0.65. */
    static final double STILL_INTERRUPTED = 0.74;

    /** In due dates. Counted: 4 and fewer, but for eleven rows of 5 to 8 in SimulatedCompany. */
    private static final int LONGEST_PAUSE_OF_MONTHS = 6;

    private static final int LONGEST_PAUSE = 2;

    /** A due date is billed late, in a bundle with the next one. Counted 0 to 0.030. */
    static final double BUNDLED = 0.05;

    /** A bundle holds one due date more. Chosen: bundles are of two or three. */
    static final double STILL_BUNDLED = 0.6;

    private BillingModel() {}

    /** How near its due date an invoice is dated. */
    enum Timing {
        ON_DAY(0.77, 1),
        /** Due on a Saturday or Sunday and made on the Monday after. */
        AFTER_WEEKEND(0.03, 1),
        NEAR(0.12, 2 * NEAR_DAYS),
        WIDE(0.06, 2 * (WIDE_DAYS - NEAR_DAYS)),
        FAR(0.02, 40);

        /**
         * The share of a contract's invoices. Counted without the far ones: 0.81 to 0.94 on the day in the generators, 0.93 in the
         * demonstration. It starts below, for a contract's own invoices soon outweigh it; see {@link Punctuality}. Counted far: 0.001 to
         * 0.46, nearly all of them years in which a contract of the 1st was billed at the month's end. Such an old habit is followed
         * by itself ({@link #OLD_HABIT}), so the model needs no such share.
         */
        final double probability;

        /** How many days it spreads over. */
        final int days;

        Timing(double probability, int days) {
            this.probability = probability;
            this.days = days;
        }

        static Timing of(LocalDate issuedOn, int daysLate) {
            if (daysLate > 0 && isAfterWeekend(issuedOn, daysLate)) {
                return AFTER_WEEKEND;
            }
            return within(Math.abs(daysLate));
        }

        static Timing within(int days) {
            return days == 0 ? ON_DAY : days <= NEAR_DAYS ? NEAR : days <= WIDE_DAYS ? WIDE : FAR;
        }

        /** The probability of one of its days. */
        double aDay() {
            return probability / days;
        }

        private static boolean isAfterWeekend(LocalDate issuedOn, int daysLate) {
            return daysLate <= 2 && issuedOn.getDayOfWeek() == DayOfWeek.MONDAY;
        }
    }

    /** That a contract agrees on a day of the month; 31 stands for the last day. */
    static double agreedDay(int day) {
        for (int round : ROUND_DAYS) {
            if (day == round) {
                return ROUND_DAY;
            }
        }
        return switch (day) {
            case 1 -> FIRST_OF_MONTH;
            case 15 -> FIFTEENTH;
            case Months.LAST_DAY -> LAST_OF_MONTH;
            default -> ANY_OTHER_DAY;
        };
    }

    /** That an invoice is dated so many days after its due date, or before it when negative. */
    static double dated(LocalDate issuedOn, int daysLate) {
        Timing timing = Timing.of(issuedOn, daysLate);
        return switch (timing) {
            case ON_DAY -> timing.probability;
            // Of the due dates that fall on a weekend, for only these can be moved.
            case AFTER_WEEKEND -> timing.probability * DAYS_A_WEEK / WEEKEND;
            default -> timing.aDay() * 2 * (daysLate > 0 ? LATE : 1 - LATE);
        };
    }

    /** That an invoice so many months after another asks for another price. */
    static double changed(int step) {
        return Math.min(CHANGED_AT_MOST, CHANGED_A_MONTH * step);
    }

    /** The share of changes to another price within the usual ratio, for each unit of the price's logarithm. */
    static double within(double logRatio) {
        double share = logRatio > 0 ? RISE_WITHIN : FALL_WITHIN;
        double reached = 1 - Math.exp(-Math.log(WITHIN) / MEAN_CHANGE);
        return share / MEAN_CHANGE * Math.exp(-Math.abs(logRatio) / MEAN_CHANGE) / reached;
    }

    /** That exactly so many due dates in a row go unbilled. */
    static double missed(int dueDates) {
        return dueDates == 0
                ? 1 - INTERRUPTED
                : INTERRUPTED * (1 - STILL_INTERRUPTED) * Math.pow(STILL_INTERRUPTED, dueDates - 1.0);
    }

    /** What it costs, in nats, that so many due dates in a row went unbilled. */
    static double costOfMissed(int dueDates) {
        return dueDates <= 0 ? 0 : -Math.log(missed(dueDates));
    }

    /** So many due dates in a row go unbilled at most before a contract goes on. */
    static int longestPause(int step) {
        return step == 1 ? LONGEST_PAUSE_OF_MONTHS : LONGEST_PAUSE;
    }

    /** The share of contracts that bill every so many months. Chosen flatter than the generators', where 0.55 to 0.62 are monthly. */
    static double periodicity(int step) {
        return switch (step) {
            case 1 -> 0.5;
            case 2 -> 0.08;
            case 3 -> 0.2;
            case 6 -> 0.08;
            case 12 -> 0.14;
            default -> throw new IllegalArgumentException("No contract bills every " + step + " months.");
        };
    }
}
