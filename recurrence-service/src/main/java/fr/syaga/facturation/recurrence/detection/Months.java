package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months counted since year 0, so that calendars can be computed with whole numbers. */
final class Months {

    /** As a day of the month: the last day of every month. */
    static final int LAST_DAY = 31;

    /** Days of the shortest month. */
    static final int SHORTEST = 28;

    private static final int A_YEAR = 12;

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
        LocalDate first = LocalDate.of(Math.floorDiv(count, A_YEAR), Math.floorMod(count, A_YEAR) + 1, 1);
        int day = dayOfMonth <= SHORTEST ? dayOfMonth : Math.min(dayOfMonth, first.lengthOfMonth());
        return first.toEpochDay() + day - 1;
    }
}
