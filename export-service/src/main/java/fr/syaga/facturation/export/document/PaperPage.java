package fr.syaga.facturation.export.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.invoicing.LegalFacts;

/** The words of a printed document, ready to be set: every figure is invoice-service's own, written the French way. */
final class PaperPage {

    private final PaperDocument document;
    private final Invoice invoice;
    private final LegalFacts legal;

    PaperPage(PaperDocument document) {
        this.document = document;
        this.invoice = document.invoice();
        this.legal = document.legal();
    }

    /** A label and what stands behind it. */
    public record Detail(String label, String value) {}

    /** One line of the table. */
    public record Line(String reference, String text, String quantity, String unitPrice, String rate, String net) {}

    /** What one rate of VAT makes. */
    public record Share(String rate, String net, String vat) {}

    public boolean isFinal() {
        return document.isFinal();
    }

    public String kind() {
        return invoice.isCreditNote() ? "AVOIR" : "FACTURE";
    }

    public String title() {
        return "%s N° %s".formatted(kind(), invoice.number() == null ? "(à attribuer)" : invoice.number());
    }

    public List<String> seller() {
        LegalFacts.Seller seller = legal.seller();
        return seller == null
                ? List.of("(Émetteur à renseigner)")
                : lines(Stream.concat(
                        address(seller.address()), Stream.of(labelled("Tél. ", seller.phone()), seller.email())));
    }

    public String sellerName() {
        return legal.seller() == null ? "" : legal.seller().name();
    }

    public List<String> buyer() {
        LegalFacts.Buyer buyer = legal.buyer();
        return lines(Stream.concat(
                buyer.address("BILLING").stream().flatMap(PaperPage::address),
                Stream.of(labelled("SIREN ", buyer.siren()), labelled("TVA ", buyer.vatNumber()))));
    }

    public String buyerName() {
        return legal.buyer().name();
    }

    public List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("Date", FrenchText.day(invoice.issuedOn())));
        details.add(new Detail("Code client", invoice.customerCode()));
        if (legal.purchaseOrder() != null) {
            details.add(new Detail("Votre commande", legal.purchaseOrder()));
        }
        if (invoice.periodFrom() != null && invoice.periodTo() != null) {
            details.add(new Detail(
                    "Période",
                    "du %s au %s".formatted(FrenchText.day(invoice.periodFrom()), FrenchText.day(invoice.periodTo()))));
        }
        if (document.facts().credited() != null) {
            details.add(new Detail(
                    "Facture d’origine",
                    "%s du %s"
                            .formatted(
                                    document.facts().credited().number(),
                                    FrenchText.day(document.facts().credited().issuedOn()))));
        }
        return details;
    }

    public List<String> delivery() {
        return lines(legal.buyer().address("DELIVERY").stream().flatMap(PaperPage::address));
    }

    public String subject() {
        return invoice.subject() == null ? "" : invoice.subject();
    }

    public List<Line> lines() {
        return invoice.lines().stream().map(this::line).toList();
    }

    private Line line(InvoiceLine line) {
        return new Line(
                line.articleCode() == null ? "" : line.articleCode(),
                line.description(),
                FrenchText.quantity(line.quantity()) + (line.unit() == null ? "" : "\u00A0" + line.unit()),
                FrenchText.price(line.unitPrice()),
                FrenchText.rate(line.vatRate()),
                FrenchText.amount(document.printed(line.netAmount())));
    }

    public List<Share> shares() {
        return invoice.vatBreakdown().stream()
                .map(share -> new Share(
                        FrenchText.rate(share.rate()),
                        FrenchText.amount(document.printed(share.netAmount())),
                        FrenchText.amount(document.printed(share.vatAmount()))))
                .toList();
    }

    public String rates() {
        return shares().stream().map(Share::rate).distinct().collect(Collectors.joining(" / "));
    }

    public String net() {
        return FrenchText.amount(document.printed(invoice.netAmount()));
    }

    public String vat() {
        return FrenchText.amount(document.printed(invoice.vatAmount()));
    }

    public String gross() {
        return FrenchText.amount(document.printed(invoice.grossAmount()));
    }

    public String payLabel() {
        return invoice.isCreditNote() ? "NET À DÉDUIRE" : "NET À PAYER";
    }

    public String payment() {
        if (invoice.isCreditNote()) {
            return "À déduire de votre prochain règlement ou à rembourser.";
        }
        return invoice.dueOn() == null ? "" : "Paiement par virement au " + FrenchText.day(invoice.dueOn());
    }

    public String bank() {
        LegalFacts.Seller seller = legal.seller();
        return seller == null || seller.iban() == null || invoice.isCreditNote()
                ? ""
                : joined(
                        " – ",
                        "IBAN " + seller.iban().replaceAll("(.{4})(?=.)", "$1 "),
                        labelled("BIC ", seller.bic()));
    }

    public List<String> mentions() {
        return legal.mentions().stream()
                .map(mention -> "OPERATION_CATEGORY".equals(mention.code())
                        ? "Nature de l’opération : " + mention.text().toLowerCase(Locale.FRENCH) + "."
                        : mention.text())
                .toList();
    }

    /** Legal form, capital, register and VAT number of the issuer. */
    public String legalLine() {
        LegalFacts.Seller seller = legal.seller();
        return seller == null
                ? ""
                : joined(
                        " – ",
                        joined(
                                " au capital de ",
                                joined(" ", seller.name(), seller.legalForm()),
                                seller.shareCapital()),
                        joined(" ", seller.tradeRegister(), seller.siren()),
                        labelled("SIRET ", seller.siret()),
                        labelled("TVA ", seller.vatNumber()));
    }

    /** What a preview says is still missing on it. */
    public String missing() {
        return isFinal() ? "" : String.join(", ", legal.missing());
    }

    private static Stream<String> address(LegalFacts.Address address) {
        return address == null
                ? Stream.empty()
                : Stream.of(
                        address.line1(),
                        address.line2(),
                        joined(" ", address.postalCode(), address.city()),
                        country(address.country()));
    }

    private static String country(String code) {
        return code == null || code.equals("FR") ? null : new Locale("", code).getDisplayCountry(Locale.FRENCH);
    }

    private static List<String> lines(Stream<String> texts) {
        return texts.filter(Objects::nonNull).filter(text -> !text.isBlank()).toList();
    }

    private static String labelled(String label, String value) {
        return value == null || value.isBlank() ? null : label + value;
    }

    private static String joined(String separator, String... parts) {
        return lines(Stream.of(parts)).stream().collect(Collectors.joining(separator));
    }
}
