package fr.syaga.facturation.invoice.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.checkdigit.LuhnCheckDigit;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;

/** The numbers by which French law knows a company: SIREN and SIRET, each closed by a Luhn check digit (C. com. R. 123-235). */
public final class CompanyNumber {

    private static final Pattern SIREN = Pattern.compile("\\d{9}");
    private static final Pattern SIRET = Pattern.compile("\\d{14}");

    /** La Poste has more establishments than Luhn leaves room for: the digits of its SIRETs sum to a multiple of five. */
    private static final String LA_POSTE = "356000000";

    private CompanyNumber() {}

    /** A SIREN without spaces, or null; 400 when its form or its check digit is wrong. */
    public static String siren(String text) {
        String siren = compact(text);
        if (siren != null && !(SIREN.matcher(siren).matches() && LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(siren))) {
            throw Rejection.invalid(
                    "siren", "'%s' is no SIREN: nine digits, the last one a check digit".formatted(text));
        }
        return siren;
    }

    /** A SIRET without spaces, or null; 400 when its form or check digit is wrong, or it is another company's (BR-FR-09). */
    public static String siret(String text, String siren) {
        String siret = compact(text);
        if (siret == null) {
            return null;
        }
        if (!SIRET.matcher(siret).matches() || !hasCheckDigit(siret)) {
            throw Rejection.invalid(
                    "siret", "'%s' is no SIRET: fourteen digits, the last one a check digit".formatted(text));
        }
        if (siren != null && !siret.startsWith(siren)) {
            throw Rejection.invalid("siret", "'%s' does not begin with the SIREN %s".formatted(text, siren));
        }
        return siret;
    }

    private static boolean hasCheckDigit(String siret) {
        return LuhnCheckDigit.LUHN_CHECK_DIGIT.isValid(siret)
                || siret.startsWith(LA_POSTE)
                        && siret.chars().map(digit -> digit - '0').sum() % 5 == 0;
    }

    /** Without spaces and points, in capitals; null when there is nothing. */
    public static String compact(String text) {
        return PlainText.isBlank(text)
                ? null
                : PlainText.withoutSpaces(text).replace(".", "").toUpperCase(Locale.ROOT);
    }
}
