package fr.syaga.facturation.invoice.cache;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.PlainText;

/** A day as the cache writes one: {@code 2025-07-31} or {@code 31/07/2025}, with or without a time behind it. */
final class CacheDay {

    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})(?:[T ].*)?");
    private static final Pattern FRENCH = Pattern.compile("(\\d{1,2})/(\\d{1,2})/(\\d{4})(?:[T ].*)?");
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2099;

    private CacheDay() {}

    /** Null when the text is no day of the calendar in the years 2000 to 2099. */
    static LocalDate of(String text) {
        if (text == null) {
            return null;
        }
        String plain = PlainText.code(text);
        Matcher iso = ISO.matcher(plain);
        if (iso.matches()) {
            return of(iso.group(1), iso.group(2), iso.group(3));
        }
        Matcher french = FRENCH.matcher(plain);
        return french.matches() ? of(french.group(3), french.group(2), french.group(1)) : null;
    }

    private static LocalDate of(String year, String month, String day) {
        try {
            LocalDate date = LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
            return date.getYear() < FIRST_YEAR || date.getYear() > LAST_YEAR ? null : date;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
