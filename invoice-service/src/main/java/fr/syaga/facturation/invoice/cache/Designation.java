package fr.syaga.facturation.invoice.cache;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A designation taken apart: which service, in which month, how many hours. Old texts write the same thing in many ways: English
 * and French months, in any case and with or without accents, hours as {@code 15.0 heures} or {@code (15h)}, print remarks at the
 * end.
 *
 * @param service the words of the service as they are written
 * @param month in French with a capital, such as {@code Juillet 2025}
 * @param hours null when it names none
 */
public record Designation(String service, Optional<String> month, Optional<BigDecimal> hours) {

    private static final List<String> MONTHS = List.of(
            "Janvier",
            "Février",
            "Mars",
            "Avril",
            "Mai",
            "Juin",
            "Juillet",
            "Août",
            "Septembre",
            "Octobre",
            "Novembre",
            "Décembre");

    private static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** As they are shortened, in either language, without accents. */
    private static final List<List<String>> SHORT = List.of(
            List.of("janv", "jan"),
            List.of("fevr", "fev", "feb"),
            List.of("mar"),
            List.of("avr", "apr"),
            List.of(),
            List.of("jun"),
            List.of("juil", "jul"),
            List.of("aug"),
            List.of("sept", "sep"),
            List.of("oct"),
            List.of("nov"),
            List.of("dec"));

    private static final Map<String, String> FRENCH_MONTH = frenchMonths();

    private static final Pattern MONTH_AND_YEAR =
            Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L}{3,9})\\.?\\s+((?:19|20)\\d{2})(?!\\p{N})");

    /** Hours are a part of their own, between dashes or in parentheses: "24h/24" and "intervention 4h" are words. */
    private static final Pattern HOURS = Pattern.compile(
            "(?:^|-\\s*|\\()(\\d{1,4}(?:[.,]\\d{1,2})?)\\s*h(?:eures?|rs?)?\\.?\\)?(?=\\s*(?:-|$))",
            Pattern.CASE_INSENSITIVE);

    /** What Oxygène prints behind the text of a line. */
    private static final Pattern PRINT_REMARK =
            Pattern.compile("\\s*-?\\s*monnaie de saisie du document\\s*:.*$", Pattern.CASE_INSENSITIVE);

    private static final Pattern DASHES = Pattern.compile("[\\u2010-\\u2015\\u2212]");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u202f]+");
    private static final Pattern LOOSE_ENDS = Pattern.compile("^[\\s\\-:,]+|[\\s\\-:,]+$");
    private static final Pattern DOUBLED_DASHES = Pattern.compile("(?:\\s-)+\\s(?=-\\s)|\\s-(?=\\s-\\s)");

    static Designation parse(String raw) {
        String text = SPACES.matcher(DASHES.matcher(Normalizer.normalize(raw, Normalizer.Form.NFC))
                        .replaceAll("-"))
                .replaceAll(" ");
        text = PRINT_REMARK.matcher(text).replaceFirst("");
        Optional<String> month = Optional.empty();
        Matcher dated = MONTH_AND_YEAR.matcher(text);
        while (month.isEmpty() && dated.find()) {
            String french = FRENCH_MONTH.get(folded(dated.group(1)));
            if (french != null) {
                month = Optional.of(french + " " + dated.group(2));
                text = text.substring(0, dated.start()) + " - " + text.substring(dated.end());
            }
        }
        Optional<BigDecimal> hours = Optional.empty();
        Matcher timed = HOURS.matcher(text);
        if (timed.find()) {
            hours = Optional.of(new BigDecimal(timed.group(1).replace(',', '.')));
            text = text.substring(0, timed.start()) + " - " + text.substring(timed.end());
        }
        return new Designation(tidied(text), month, hours);
    }

    /** Its standard form, such as {@code Migration serveur - Avril 2024 (20.5h)}, with another spelling of the service. */
    String standard(String spelling) {
        StringBuilder standard = new StringBuilder(spelling);
        month.ifPresent(when -> standard.append(standard.isEmpty() ? "" : " - ").append(when));
        hours.ifPresent(many -> standard.append(standard.isEmpty() ? "(" : " (")
                .append(many.setScale(Math.max(1, many.stripTrailingZeros().scale())))
                .append("h)"));
        return standard.toString();
    }

    private static String tidied(String text) {
        String single = SPACES.matcher(text).replaceAll(" ");
        single = DOUBLED_DASHES.matcher(single).replaceAll("");
        return LOOSE_ENDS.matcher(single).replaceAll("");
    }

    private static Map<String, String> frenchMonths() {
        Map<String, String> months = new HashMap<>();
        for (int i = 0; i < MONTHS.size(); i++) {
            String french = MONTHS.get(i);
            months.put(folded(french), french);
            months.put(ENGLISH.get(i), french);
            SHORT.get(i).forEach(form -> months.put(form, french));
        }
        return months;
    }

    private static String folded(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
