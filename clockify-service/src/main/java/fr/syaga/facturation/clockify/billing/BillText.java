package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

import fr.syaga.facturation.clockify.french.FrenchText;

/** The words of a time bill, as the business writes them: {@code Prestations informatiques - Juillet 2025 (12.0h)}. */
final class BillText {

    static final String WORK = "Prestations informatiques";

    private BillText() {}

    static String subject(YearMonth month) {
        return "%s - %s".formatted(WORK, FrenchText.month(month));
    }

    static String line(String description, YearMonth month, boolean late, BigDecimal hours) {
        return "%s - %s%s (%sh)"
                .formatted(description, late ? "Régularisation " : "", FrenchText.month(month), plain(hours));
    }

    /** One decimal at least: 12.0, 7.5, 22.25. */
    private static String plain(BigDecimal hours) {
        BigDecimal shortest = hours.stripTrailingZeros();
        return (shortest.scale() < 1 ? shortest.setScale(1, RoundingMode.UNNECESSARY) : shortest).toPlainString();
    }
}
