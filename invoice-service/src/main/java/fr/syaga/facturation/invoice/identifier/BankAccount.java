package fr.syaga.facturation.invoice.identifier;

import java.util.Locale;
import java.util.regex.Pattern;

import org.apache.commons.validator.routines.IBANValidator;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;

/** Where a transfer goes: an IBAN with its check digits and a BIC. */
public final class BankAccount {

    private static final Pattern BIC = Pattern.compile("[A-Z]{6}[0-9A-Z]{2}(?:[0-9A-Z]{3})?");

    private BankAccount() {}

    /** An IBAN without spaces, or null; 400 when its form or check digits are wrong. */
    public static String iban(String text) {
        String iban = compact(text);
        if (iban != null && !IBANValidator.getInstance().isValid(iban)) {
            throw Rejection.invalid("iban", "'%s' is no IBAN".formatted(text));
        }
        return iban;
    }

    /** A BIC, or null; 400 when its form is wrong. */
    public static String bic(String text) {
        String bic = compact(text);
        if (bic != null && !BIC.matcher(bic).matches()) {
            throw Rejection.invalid("bic", "'%s' is no BIC: 8 or 11 letters and digits".formatted(text));
        }
        return bic;
    }

    private static String compact(String text) {
        return PlainText.isBlank(text) ? null : PlainText.withoutSpaces(text).toUpperCase(Locale.ROOT);
    }
}
