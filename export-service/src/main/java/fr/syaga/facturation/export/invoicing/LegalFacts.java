package fr.syaga.facturation.export.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What the law makes a document say beside its lines, as invoice-service froze it when the document was issued. A seller that
 * nobody entered is null.
 *
 * @param noEInvoice why it is no electronic invoice between companies and what leaves instead, in French; null when it is one
 * @param missing what the law asks for and nobody entered, such as {@code buyer.siren}
 */
public record LegalFacts(
        Seller seller,
        Buyer buyer,
        String purchaseOrder,
        LocalDate dueOn,
        List<Mention> mentions,
        String noEInvoice,
        List<String> missing) {

    public LegalFacts {
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
        missing = missing == null ? List.of() : List.copyOf(missing);
    }

    /** A postal address; the country is an ISO 3166 code. */
    public record Address(String kind, String line1, String line2, String postalCode, String city, String country) {}

    /** The company that issues, as far as a file's name and a mail need it. */
    public record Issuer(String name, String siren, String phone, String email) {

        Seller seller() {
            return new Seller(name, null, null, siren, null, null, null, null, phone, email, null, null, null);
        }
    }

    /** Of a document that Oxygène printed: who sends it and for whom; all else stands on that paper. */
    static LegalFacts ofPrinted(Optional<Issuer> issuer, Invoice invoice) {
        return new LegalFacts(
                issuer.map(Issuer::seller).orElse(null),
                new Buyer(
                        invoice.customerCode(), invoice.customerName(), null, null, null, null, List.of(), null, null),
                invoice.purchaseOrder(),
                invoice.dueOn(),
                List.of(),
                null,
                List.of());
    }

    /** Who issues. */
    public record Seller(
            String name,
            String legalForm,
            String shareCapital,
            String siren,
            String siret,
            String vatNumber,
            String tradeRegister,
            Address address,
            String phone,
            String email,
            String electronicAddress,
            String iban,
            String bic) {}

    /**
     * For whom.
     *
     * @param kind COMPANY, PRIVATE_PERSON or WITHOUT_SIREN; null on documents of before it was asked
     */
    public record Buyer(
            String code,
            String name,
            String siren,
            String siret,
            String vatNumber,
            String vatRegime,
            List<Address> addresses,
            String electronicAddress,
            String kind) {

        public Buyer {
            addresses = addresses == null ? List.of() : List.copyOf(addresses);
        }

        public Optional<Address> address(String kind) {
            return addresses.stream().filter(each -> kind.equals(each.kind())).findFirst();
        }
    }

    /** A sentence that the document bears, and what it is about. */
    public record Mention(String code, String text) {}

    /** The sentence about this, if the document bears one. */
    public Optional<String> mention(String code) {
        return mentions.stream()
                .filter(mention -> mention.code().equals(code))
                .map(Mention::text)
                .findFirst();
    }
}
