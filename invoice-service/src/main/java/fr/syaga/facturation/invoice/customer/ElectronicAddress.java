package fr.syaga.facturation.invoice.customer;

import java.util.regex.Pattern;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.vat.VatRegime;

/**
 * Where an approved platform finds a company from 2027 on: its SIREN, SIREN_SIRET, SIREN_SIRET_ROUTING or SIREN_SUFFIX (scheme
 * 0225), or an address of another scheme for a foreign one. It is kept for the platform; nothing is sent to it from here.
 */
public final class ElectronicAddress {

    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z+\\-_/.@:]{1,100}");
    private static final Pattern FRENCH = Pattern.compile("(?:0225:)?(\\d{9})(?:_[0-9A-Za-z+\\-_/]+)?");

    private ElectronicAddress() {}

    /** The address without outer spaces, or null; 400 when no directory could hold it or it is another company's (BR-FR-21). */
    public static String of(String text, VatRegime regime, String siren) {
        if (text == null || text.isBlank()) {
            return null;
        }
        String address = text.strip();
        if (!FORM.matcher(address).matches()) {
            throw Rejection.invalid("electronicAddress", "'%s' is no electronic address".formatted(text));
        }
        var french = FRENCH.matcher(address);
        if (regime == VatRegime.FRENCH
                && siren != null
                && french.matches()
                && !french.group(1).equals(siren)) {
            throw Rejection.invalid(
                    "electronicAddress", "'%s' does not begin with the SIREN %s".formatted(text, siren));
        }
        return address;
    }
}
