package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months counted since year 0, so that calendars can be computed with whole numbers. */
final class Months {

    /** As a day of the month: the last day of every month. */
    static final int LAST_DAY = 31;

    /** Days of the shortest month. */
    static final int SHORTEST = 28;

    static final int A_YEAR = 12;

    /** Distances are computed often enough that the first days of the months of two centuries are worth knowing. */
    private static final int KNOWN_FROM = 1900 * A_YEAR;

    private static final long[] FIRST_DAYS = new long[200 * A_YEAR];

    static {
        for (int at = 0; at < FIRST_DAYS.length; at++) {
            FIRST_DAYS[at] = month(KNOWN_FROM + at).atDay(1).toEpochDay();
        }
    }

    private Months() {}

    static int of(LocalDate date) {
        return date.getYear() * A_YEAR + date.getMonthValue() - 1;
    }

    static YearMonth month(int count) {
        return YearMonth.of(Math.floorDiv(count, A_YEAR), Math.floorMod(count, A_YEAR) + 1);
    }

    /** That day of the month, or its last day when the month is too short. */
    static LocalDate date(int count, int dayOfMonth) {
        YearMonth month = month(count);
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    /** The same as a number of days, which is what distances are made of. */
    static long epochDay(int count, int dayOfMonth) {
        long first = firstDay(count);
        return first + Math.min(dayOfMonth, dayOfMonth <= SHORTEST ? SHORTEST : firstDay(count + 1) - first) - 1;
    }

    private static long firstDay(int count) {
        int at = count - KNOWN_FROM;
        return at >= 0 && at < FIRST_DAYS.length
                ? FIRST_DAYS[at]
                : month(count).atDay(1).toEpochDay();
    }
}
