package fr.syaga.facturation.export.fec;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A business year by its first and its closing day. It may be broken: with June as its last month, July belongs to the year that
 * closes in the next calendar year.
 */
public record BusinessYear(LocalDate from, LocalDate to) {

    /** The one that holds this day. */
    public static BusinessYear of(LocalDate day, int lastMonth) {
        int closing = day.getMonthValue() > lastMonth ? day.getYear() + 1 : day.getYear();
        YearMonth last = YearMonth.of(closing, lastMonth);
        return new BusinessYear(last.minusMonths(11).atDay(1), last.atEndOfMonth());
    }

    /** Its days, as a person says them. */
    @Override
    public String toString() {
        return from + " to " + to;
    }
}
