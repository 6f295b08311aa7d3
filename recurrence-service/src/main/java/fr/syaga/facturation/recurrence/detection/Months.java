package fr.syaga.facturation.recurrence.detection;

import java.time.LocalDate;
import java.time.YearMonth;

/** Months counted since year 0, so that calendars can be computed with whole numbers. */
final class Months {

    /** As a day of the month: the last day of every month. */
    static final int LAST_DAY = 31;

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
}
