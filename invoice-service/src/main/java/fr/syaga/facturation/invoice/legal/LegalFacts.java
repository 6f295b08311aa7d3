package fr.syaga.facturation.invoice.legal;

import java.time.LocalDate;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.invoice.customer.Address;
import fr.syaga.facturation.invoice.customer.CustomerKind;
import fr.syaga.facturation.invoice.wording.WordingCode;

/**
 * What a document must say beside its lines (C. com. L. 441-9; CGI ann. II 242 nonies A). Frozen when the document is issued:
 * whoever moves or renames afterwards, it says what it said.
 *
 * @param dueOn the payment's due date, a real date
 * @param noEInvoice why it is no electronic invoice between companies and what leaves instead, in French; null when it is one
 * @param missing what the law asks for and nobody entered, such as {@code seller} or {@code buyer.siren}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LegalFacts(
        Seller seller,
        Buyer buyer,
        String purchaseOrder,
        LocalDate dueOn,
        List<Mention> mentions,
        String noEInvoice,
        List<String> missing) {

    public LegalFacts {
        purchaseOrder = PlainText.orNull(purchaseOrder);
    }

    /** Who issues. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
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

    /** For whom, under the name that the document bears. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Buyer(
            String code,
            String name,
            String siren,
            String siret,
            String vatNumber,
            String vatRegime,
            List<Address> addresses,
            String electronicAddress,
            CustomerKind kind) {}

    /** A sentence that the document bears. */
    public record Mention(WordingCode code, String text) {}
}
