package fr.syaga.facturation.recurrence.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * The whole months that one invoice of a contract stands for, half open: {@code end} is the first day after it.
 *
 * @param from the first day
 * @param end the first day that no longer belongs to it
 */
public record Period(LocalDate from, LocalDate end) {

    public Period {
        if (!from.isBefore(end)) {
            throw new IllegalArgumentException("A period ends after it begins: " + from + " to " + end);
        }
    }

    /** The last day, as people and documents write it. */
    public LocalDate to() {
        return end.minusDays(1);
    }

    /** As it stands on an invoice: {@code Août 2025}, {@code Octobre à décembre 2025}, {@code Avril 2025 à mars 2026}. */
    public String inFrench() {
        YearMonth first = YearMonth.from(from);
        YearMonth last = YearMonth.from(to());
        String begin = capital(month(first));
        if (first.equals(last)) {
            return begin + " " + first.getYear();
        }
        String year = first.getYear() == last.getYear() ? "" : " " + first.getYear();
        return begin + year + " à " + month(last) + " " + last.getYear();
    }

    private static String month(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.FRENCH) + word.substring(1);
    }
}
