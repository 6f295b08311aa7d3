package fr.syaga.facturation.export.paper;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import fr.syaga.facturation.export.french.FrenchText;

/** Units of measure as a French reader writes them, for a norm's codes and for what people enter. */
public final class FrenchUnit {

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("HUR", "h"),
            Map.entry("HOUR", "h"),
            Map.entry("H", "h"),
            Map.entry("HEURE", "h"),
            Map.entry("HEURES", "h"),
            Map.entry("DAY", "j"),
            Map.entry("J", "j"),
            Map.entry("JOUR", "j"),
            Map.entry("JOURS", "j"),
            Map.entry("MON", "mois"),
            Map.entry("ANN", "an"),
            Map.entry("WEE", "semaine"),
            Map.entry("MIN", "min"),
            Map.entry("KMT", "km"),
            Map.entry("FIXED", "forfait"));

    /** A whole thing: one of it is a price for all, several are pieces. */
    private static final String ONE = "C62";
    /** Pieces need no word. */
    private static final Set<String> PIECES = Set.of("H87", "EA", "NAR", "PCE", "PIECE", "PIECES");

    private static final Set<String> TIMES = Set.of("h", "j");

    private FrenchUnit() {}

    /** {@code h}, {@code j}, {@code forfait}, or what a person wrote; empty for pieces. */
    static String of(String unit, BigDecimal quantity) {
        if (unit == null || unit.isBlank()) {
            return "";
        }
        String code = unit.strip().toUpperCase(Locale.ROOT);
        if (ONE.equals(code)) {
            return quantity.abs().compareTo(BigDecimal.ONE) == 0 ? "forfait" : "";
        }
        return PIECES.contains(code) ? "" : WORDS.getOrDefault(code, unit.strip());
    }

    /** {@code 25,00 h}, {@code 2,50 j}, {@code 1 forfait}, {@code 3}: time always shows its hundredths. */
    public static String quantity(BigDecimal quantity, String unit) {
        String word = of(unit, quantity);
        String number = TIMES.contains(word) ? FrenchText.time(quantity) : FrenchText.quantity(quantity);
        return word.isEmpty() ? number : number + FrenchText.NO_BREAK_SPACE + word;
    }
}
