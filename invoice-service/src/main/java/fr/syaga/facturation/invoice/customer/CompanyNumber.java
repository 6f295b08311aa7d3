package fr.syaga.facturation.invoice.customer;

import java.util.regex.Pattern;

import fr.syaga.facturation.edge.Rejection;

/** Checks the numbers by which French law knows a company, with their check digits. */
final class CompanyNumber {

    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final Pattern FRENCH_VAT = Pattern.compile("FR\\d{2}\\d{9}");
    private static final Pattern EU_VAT = Pattern.compile("[A-Z]{2}[0-9A-Z+*]{2,12}");
    private static final int VAT_KEY_MODULUS = 97;

    private CompanyNumber() {}

    /** A SIREN without spaces, or null; 400 when its Luhn digit is wrong. */
    static String siren(String text) {
        String siren = compact(text);
        if (siren != null && !(SIREN.matcher(siren).matches() && luhn(siren))) {
            throw Rejection.invalid(
                    "siren", "'%s' is no SIREN: nine digits, the last one a check digit".formatted(text));
        }
        return siren;
    }

    /** A VAT number without spaces, or null; 400 when its form or, for a French one, its key is wrong. */
    static String vatNumber(String text) {
        String number = compact(text);
        if (number == null) {
            return null;
        }
        boolean valid = number.startsWith("FR")
                ? FRENCH_VAT.matcher(number).matches() && frenchKey(number)
                : EU_VAT.matcher(number).matches();
        if (!valid) {
            throw Rejection.invalid("vatNumber", "'%s' is no VAT number".formatted(text));
        }
        return number;
    }

    private static String compact(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.replaceAll("[\\s.]", "").toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int place = 0; place < digits.length(); place++) {
            int digit = digits.charAt(digits.length() - 1 - place) - '0';
            int weighted = place % 2 == 1 ? digit * 2 : digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** The key of a French VAT number is (12 + 3 × (SIREN mod 97)) mod 97 (BOFiP, BOI-TVA-DECLA-20-10). */
    private static boolean frenchKey(String number) {
        long siren = Long.parseLong(number.substring(4));
        return Integer.parseInt(number.substring(2, 4)) == (12 + 3 * (siren % VAT_KEY_MODULUS)) % VAT_KEY_MODULUS;
    }
}
