package fr.syaga.facturation.clockify.french;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

import fr.syaga.facturation.clockify.rate.Hours;

/** Writes figures, dates and months in French. */
public final class FrenchText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter LONG_DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);

    private FrenchText() {}

    /** {@code Juillet 2025}. */
    public static String month(YearMonth month) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH);
        return name.substring(0, 1).toUpperCase(Locale.FRENCH) + name.substring(1) + " " + month.getYear();
    }

    /** {@code juillet 2025}, as it stands inside a sentence. */
    public static String monthInText(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH) + " " + month.getYear();
    }

    /** {@code jeudi 31 juillet 2025}. */
    public static String longDay(LocalDate day) {
        return LONG_DAY.format(day);
    }

    public static String day(ZonedDateTime at) {
        return DAY.format(at);
    }

    /** {@code 31/07/2025}. */
    public static String day(LocalDate day) {
        return DAY.format(day);
    }

    public static String time(ZonedDateTime at) {
        return TIME.format(at);
    }

    /** {@code 2 750,00}; a dash for what is not known. */
    public static String number(BigDecimal figure) {
        return figure == null
                ? "–"
                : new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.FRENCH)).format(figure);
    }

    /** Exact seconds as hours with two decimals. */
    public static String hours(long seconds) {
        return number(Hours.of(seconds));
    }
}
