package fr.syaga.facturation.export.delivery;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import org.apache.commons.validator.routines.DomainValidator;
import org.apache.commons.validator.routines.EmailValidator;

/**
 * An address as a mail server takes it (RFC 5321): the part before the @ may be quoted, the domain is in its ASCII form. What was
 * stored before invoice-service looked at addresses may be none.
 */
final class MailAddress {

    private static final char AT = '@';

    /** Beside the registered domains those for tests and houses (RFC 2606, RFC 6762). */
    private static final EmailValidator RFC = new EmailValidator(
            true,
            true,
            DomainValidator.getInstance(
                    true, List.of(new DomainValidator.Item(DomainValidator.ArrayType.GENERIC_PLUS, new String[] {
                        "example", "test", "invalid", "local"
                    }))));

    private MailAddress() {}

    /** An address that no mail server takes; its sentences name it and the way out. */
    static final class Unusable extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final String french;

        private Unusable(String english, String french) {
            super(english);
            this.french = french;
        }

        /** For the person who looks at the delivery. */
        String french() {
            return french;
        }
    }

    /** @throws Unusable when no mail reaches it */
    static String deliverable(String address) {
        int at = address.lastIndexOf(AT);
        if (at > 0 && !isAscii(address.substring(0, at))) {
            throw new Unusable(
                    "'%s' has letters before the @ that most mail servers refuse (RFC 6531); ask for an address without accents and enter it with PUT /api/v1/customers/{code} of invoice-service."
                            .formatted(address),
                    "L’adresse « %s » a des lettres avant le @ que la plupart des serveurs refusent. Demandez une adresse sans accents, corrigez-la chez le client, puis approuvez de nouveau."
                            .formatted(address));
        }
        String delivered = address.substring(0, at + 1) + ascii(address.substring(at + 1));
        // An angle bracket ends an address on the wire, even where it is quoted.
        if (delivered.chars().anyMatch(each -> Character.isISOControl(each) || each == '<' || each == '>')
                || !RFC.isValid(delivered)) {
            throw new Unusable(
                    "'%s' is no mail address; correct it with PUT /api/v1/customers/{code} of invoice-service."
                            .formatted(address),
                    "« %s » n’est pas une adresse de messagerie. Corrigez-la chez le client, puis approuvez de nouveau."
                            .formatted(address));
        }
        if (delivered.chars().anyMatch(each -> each == ',' || Character.isWhitespace(each))) {
            throw new Unusable(
                    "'%s' is one address with a comma or a space within its quotes, which the mail client cannot write; ask for one without, and enter it with PUT /api/v1/customers/{code} of invoice-service."
                            .formatted(address),
                    "L’adresse « %s » a une virgule ou une espace entre guillemets, que notre client de messagerie ne sait pas écrire. Demandez-en une autre, corrigez-la chez le client, puis approuvez de nouveau."
                            .formatted(address));
        }
        return delivered;
    }

    /** Each of them as a mail server takes it. */
    static List<String> deliverable(List<String> addresses) {
        return addresses.stream().map(MailAddress::deliverable).toList();
    }

    /** What stands between the commas of a list; a comma within quotes is part of its address. */
    static List<String> split(String list) {
        List<String> addresses = new ArrayList<>();
        StringBuilder address = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < list.length(); i++) {
            char each = list.charAt(i);
            if (quoted && each == '\\' && i + 1 < list.length()) {
                address.append(each).append(list.charAt(++i));
            } else if (each == ',' && !quoted) {
                addresses.add(address.toString().strip());
                address.setLength(0);
            } else {
                quoted ^= each == '"';
                address.append(each);
            }
        }
        addresses.add(address.toString().strip());
        return addresses;
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /** What is no domain stays as it is: it is refused as such. */
    private static String ascii(String domain) {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            return domain;
        }
    }
}
