package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;

/** The words of a time bill, as the business writes them: {@code Prestations informatiques - Juillet 2025 (12.0h)}. */
final class BillText {

    private static final String WORK = "Prestations informatiques";

    private BillText() {}

    static String subject(YearMonth month) {
        return "%s - %s".formatted(WORK, name(month));
    }

    static String line(YearMonth month, boolean late, BigDecimal hours) {
        return "%s - %s%s (%sh)".formatted(WORK, late ? "Régularisation " : "", name(month), plain(hours));
    }

    private static String name(YearMonth month) {
        String name = month.getMonth().getDisplayName(TextStyle.FULL, Locale.FRENCH);
        return name.substring(0, 1).toUpperCase(Locale.FRENCH) + name.substring(1) + " " + month.getYear();
    }

    /** One decimal at least: 12.0, 7.5, 22.25. */
    private static String plain(BigDecimal hours) {
        BigDecimal shortest = hours.stripTrailingZeros();
        return (shortest.scale() < 1 ? shortest.setScale(1, RoundingMode.UNNECESSARY) : shortest).toPlainString();
    }
}
