package fr.syaga.facturation.invoice.legal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.invoice.customer.Address;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.vat.VatRegime;
import fr.syaga.facturation.invoice.wording.WordingCode;
import fr.syaga.facturation.invoice.wording.WordingsInForce;

/** Gathers what a document of a day must say, from the issuer, the customer and the wordings in force that day. */
@ApplicationScoped
public class LegalMentions {

    private static final List<WordingCode> ON_EVERY_DOCUMENT = List.of(
            WordingCode.OPERATION_CATEGORY,
            WordingCode.LATE_PENALTY,
            WordingCode.RECOVERY_FEE,
            WordingCode.EARLY_PAYMENT);

    private final Issuers issuers;
    private final WordingsInForce wordings;
    private final Customers customers;

    LegalMentions(Issuers issuers, WordingsInForce wordings, Customers customers) {
        this.issuers = issuers;
        this.wordings = wordings;
        this.customers = customers;
    }

    /** The document that asks: for whom, under which name, of which day. */
    public record Asker(
            String customerCode, String customerName, String purchaseOrder, LocalDate issuedOn, LocalDate dueOn) {}

    /** What the document must say as things stand now; to be asked in a transaction. */
    public LegalFacts of(Asker asker) {
        Customer customer = customers.get(asker.customerCode());
        Optional<IssuerDetails> issuer = issuers.known().map(Issuer::details);
        List<String> missing = new ArrayList<>();
        List<LegalFacts.Mention> mentions = new ArrayList<>();
        for (WordingCode code : codes(customer.vatRegime(), issuer)) {
            wordings.on(code, asker.issuedOn())
                    .ifPresentOrElse(
                            wording -> mentions.add(new LegalFacts.Mention(code, wording.text())),
                            () -> missing.add("wording." + code));
        }
        missing.addAll(Missing.of(issuer.orElse(null), customer));
        return new LegalFacts(
                issuer.map(LegalMentions::seller).orElse(null),
                buyer(customer, asker.customerName()),
                asker.purchaseOrder(),
                asker.dueOn(),
                List.copyOf(mentions),
                NoEInvoice.of(customer),
                List.copyOf(missing));
    }

    private static List<WordingCode> codes(VatRegime regime, Optional<IssuerDetails> issuer) {
        List<WordingCode> codes = new ArrayList<>(ON_EVERY_DOCUMENT);
        if (issuer.map(IssuerDetails::debitOption).orElse(false)) {
            codes.add(WordingCode.DEBIT_OPTION);
        }
        if (regime == null) {
            return codes;
        }
        switch (regime) {
            case FRENCH -> {}
            case EU_REVERSE_CHARGE -> codes.add(WordingCode.EU_REVERSE_CHARGE);
            case OUTSIDE_EU -> codes.add(WordingCode.OUTSIDE_EU);
            case EXEMPT -> codes.add(WordingCode.EXEMPT);
        }
        return codes;
    }

    private static LegalFacts.Seller seller(IssuerDetails issuer) {
        return new LegalFacts.Seller(
                issuer.name(),
                issuer.legalForm(),
                issuer.shareCapital(),
                issuer.siren(),
                issuer.siret(),
                issuer.vatNumber(),
                issuer.tradeRegister(),
                new Address(
                        Address.Kind.BILLING,
                        issuer.line1(),
                        issuer.line2(),
                        issuer.postalCode(),
                        issuer.city(),
                        issuer.country()),
                issuer.phone(),
                issuer.email(),
                issuer.electronicAddress(),
                issuer.iban(),
                issuer.bic());
    }

    private static LegalFacts.Buyer buyer(Customer customer, String name) {
        return new LegalFacts.Buyer(
                customer.code(),
                name,
                customer.siren(),
                customer.siret(),
                customer.vatNumber(),
                customer.vatRegime() == null ? null : customer.vatRegime().name(),
                customer.addresses(),
                customer.electronicAddress(),
                customer.kind());
    }
}
