package fr.syaga.facturation.invoice.identifier;

import java.net.IDN;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;

/**
 * One mail address that every server can deliver to (RFC 5321): its part before the @ may be quoted and hold a comma, but is ASCII,
 * for few servers know SMTPUTF8. An international domain is kept in its ASCII form, as the name servers know it.
 */
public final class MailAddress {

    private static final int LONGEST = 254;

    /** Beside the registered domains those for tests and houses (RFC 2606, RFC 6762). */
    private static final EmailValidator RFC = new EmailValidator(
            false,
            true,
            DomainValidator.getInstance(
                    false, List.of(new DomainValidator.Item(DomainValidator.ArrayType.GENERIC_PLUS, new String[] {
                        "example", "test", "invalid", "local"
                    }))));

    private MailAddress() {}

    /** The address without outer spaces, or null; 400 that names the field when no mail reaches it. */
    public static String of(String field, String text) {
        String address = PlainText.orNull(text);
        if (address == null) {
            return null;
        }
        int at = address.lastIndexOf('@');
        if (at > 0 && !isAscii(address.substring(0, at))) {
            throw Rejection.invalid(
                    field,
                    "'%s' has letters before the @ that most mail servers refuse (RFC 6531): ask for an address without accents"
                            .formatted(address));
        }
        String delivered = address.substring(0, at + 1) + ascii(address.substring(at + 1));
        if (delivered.length() > LONGEST
                || delivered.chars().anyMatch(Character::isISOControl)
                || !RFC.isValid(delivered)) {
            throw Rejection.invalid(
                    field,
                    "'%s' is no mail address such as compta@client.fr; several are several entries".formatted(address));
        }
        return delivered;
    }

    public static List<String> all(String field, List<String> texts) {
        List<String> addresses = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            addresses.add(of("%s[%d]".formatted(field, addresses.size()), text));
        }
        return addresses;
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(each -> each < 0x80);
    }

    /** What is no domain stays as it is: it is refused as such. */
    private static String ascii(String domain) {
        try {
            return isAscii(domain) ? domain : IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
