package fr.syaga.facturation.export.french;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Amounts, rates and days as a French reader writes them. */
public final class FrenchText {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    /** The narrow one of the platform's own French is missing in many fonts. */
    public static final char NO_BREAK_SPACE = '\u00A0';

    private FrenchText() {}

    /** {@code 1 320,00 €}. */
    public static String amount(BigDecimal value) {
        return number("#,##0.00", value) + NO_BREAK_SPACE + "€";
    }

    /** At least two decimals, at most the six that a price may have. */
    public static String price(BigDecimal value) {
        return number("#,##0.00####", value) + NO_BREAK_SPACE + "€";
    }

    public static String quantity(BigDecimal value) {
        return number("#,##0.####", value);
    }

    /** Hours or days, at least to the hundredth: {@code 25,00}. */
    public static String time(BigDecimal value) {
        return number("#,##0.00##", value);
    }

    public static String rate(BigDecimal percent) {
        return number("0.##", percent) + NO_BREAK_SPACE + "%";
    }

    public static String day(LocalDate value) {
        return value.format(DAY);
    }

    /** The French name of a country by its ISO 3166 code; what is no such code stays as it is. */
    public static String country(String code) {
        return code == null || code.isBlank()
                ? "France"
                : new Locale("", code.strip()).getDisplayCountry(Locale.FRENCH);
    }

    private static String number(String pattern, BigDecimal value) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        symbols.setGroupingSeparator(NO_BREAK_SPACE);
        return new DecimalFormat(pattern, symbols).format(value);
    }
}
