package fr.syaga.facturation.export.oxygene;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.Rejection;

/** Reads the values of Oxygène's profile, each as our schema of its import takes it; another value would spoil every file. */
final class ProfileValue {

    private static final Pattern CODE =
            Pattern.compile("[\\x21-\\x7E\\xA1-\\xFF]([\\x20-\\x7E\\xA0-\\xFF]*[\\x21-\\x7E\\xA1-\\xFF])?");
    private static final Pattern WORD = Pattern.compile("[!-~]+");
    private static final int LONGEST = 40;
    private static final int MOST_DECIMALS = 2;
    private static final BigDecimal WHOLE = new BigDecimal(100);

    private ProfileValue() {}

    /** A rate in percent, as it names a code: {@code 20}, {@code 5.5}. */
    static String rate(String name, String text) {
        try {
            BigDecimal rate = new BigDecimal(text.strip().replace(',', '.')).stripTrailingZeros();
            if (rate.signum() >= 0 && rate.compareTo(WHOLE) <= 0 && rate.scale() <= MOST_DECIMALS) {
                return rate.toPlainString();
            }
        } catch (NumberFormatException e) {
            // Told below, as for a rate out of range.
        }
        throw Rejection.invalid(
                name + "." + text, "is no rate of VAT in percent, such as 20 or 5.5 (0 to 100, at most two decimals)");
    }

    /** A code that may hold blanks within. */
    static String code(String name, String text) {
        String code = text.strip();
        if (code.isEmpty() || code.length() <= LONGEST && CODE.matcher(code).matches()) {
            return code;
        }
        throw Rejection.invalid(
                name, "'%s' is no code of Oxygène: at most %d characters of ISO-8859-1".formatted(text, LONGEST));
    }

    static String word(String name, String text) {
        if (text.length() <= LONGEST && WORD.matcher(text).matches()) {
            return text;
        }
        throw Rejection.invalid(
                name,
                "'%s' is no code of Oxygène: at most %d letters, digits and signs, no accents and no blanks"
                        .formatted(text, LONGEST));
    }

    static String letter(String name, String text) {
        String letter = text.toUpperCase(Locale.ROOT);
        if (letter.matches("[A-Z]")) {
            return letter;
        }
        throw Rejection.invalid(name, "'%s' is not one letter from A to Z".formatted(text));
    }

    static String flag(String name, String text) {
        return switch (text) {
            case "0", "false" -> "0";
            case "1", "true" -> "1";
            default -> throw Rejection.invalid(name, "'%s' is neither 0 nor 1".formatted(text));
        };
    }

    static String sign(String name, String text) {
        String sign = text.toUpperCase(Locale.ROOT);
        if (sign.equals("POSITIVE") || sign.equals("NEGATIVE")) {
            return sign;
        }
        throw Rejection.invalid(name, "'%s' is neither POSITIVE nor NEGATIVE".formatted(text));
    }
}
