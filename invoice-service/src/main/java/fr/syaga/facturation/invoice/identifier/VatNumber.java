package fr.syaga.facturation.invoice.identifier;

import java.util.Map;
import java.util.regex.Pattern;

import fr.syaga.facturation.edge.Rejection;

/**
 * A VAT identification number. A French one is checked by its key, another one of the European Union by the form that its
 * country gives it (Council Directive 2006/112/EC, art. 215; the forms as VIES publishes them), any other by its alphabet.
 */
public final class VatNumber {

    private static final int KEY_MODULUS = 97;
    private static final Pattern ELSEWHERE = Pattern.compile("[A-Z]{2}[0-9A-Z]{2,13}");

    /** What follows the country's two letters; Greece writes EL, Northern Ireland XI. */
    private static final Map<String, Pattern> FORMS = Map.ofEntries(
            form("AT", "U\\d{8}"),
            form("BE", "[01]\\d{9}"),
            form("BG", "\\d{9,10}"),
            form("CY", "\\d{8}[A-Z]"),
            form("CZ", "\\d{8,10}"),
            form("DE", "\\d{9}"),
            form("DK", "\\d{8}"),
            form("EE", "\\d{9}"),
            form("EL", "\\d{9}"),
            form("ES", "[0-9A-Z]\\d{7}[0-9A-Z]"),
            form("FI", "\\d{8}"),
            form("FR", "\\d{11}"),
            form("HR", "\\d{11}"),
            form("HU", "\\d{8}"),
            form("IE", "\\d[0-9A-Z+*]\\d{5}[A-Z]{1,2}"),
            form("IT", "\\d{11}"),
            form("LT", "\\d{9}|\\d{12}"),
            form("LU", "\\d{8}"),
            form("LV", "\\d{11}"),
            form("MT", "\\d{8}"),
            form("NL", "[0-9A-Z+*]{10}\\d{2}"),
            form("PL", "\\d{10}"),
            form("PT", "\\d{9}"),
            form("RO", "\\d{2,10}"),
            form("SE", "\\d{12}"),
            form("SI", "\\d{8}"),
            form("SK", "\\d{10}"),
            form("XI", "\\d{9}|\\d{12}|(?:GD|HA)\\d{3}"));

    private VatNumber() {}

    private static Map.Entry<String, Pattern> form(String country, String rest) {
        return Map.entry(country, Pattern.compile(country + "(?:" + rest + ")"));
    }

    /**
     * A VAT number without spaces, or null; 400 when its form or key is wrong, or when it is a French one of another company
     * than the SIREN's.
     */
    public static String of(String text, String siren) {
        String number = CompanyNumber.compact(text);
        if (number == null) {
            return null;
        }
        Pattern form = number.length() < 2 ? ELSEWHERE : FORMS.getOrDefault(number.substring(0, 2), ELSEWHERE);
        boolean french = number.startsWith("FR");
        if (!form.matcher(number).matches() || french && !hasFrenchKey(number)) {
            throw Rejection.invalid("vatNumber", "'%s' is no VAT number".formatted(text));
        }
        if (french && siren != null && !number.endsWith(siren)) {
            throw Rejection.invalid("vatNumber", "'%s' does not end with the SIREN %s".formatted(text, siren));
        }
        return number;
    }

    /** The key of a French VAT number is (12 + 3 × (SIREN mod 97)) mod 97 (BOFiP, BOI-TVA-DECLA-20-10). */
    private static boolean hasFrenchKey(String number) {
        long siren = Long.parseLong(number.substring(4));
        return Integer.parseInt(number.substring(2, 4)) == (12 + 3 * (siren % KEY_MODULUS)) % KEY_MODULUS;
    }
}
