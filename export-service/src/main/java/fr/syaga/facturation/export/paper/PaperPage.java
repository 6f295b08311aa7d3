package fr.syaga.facturation.export.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.french.FrenchText;
import fr.syaga.facturation.export.french.FrenchWords;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.invoicing.LegalFacts;

/** The words of a printed document, ready to be set: every figure is invoice-service's own, written the French way. */
final class PaperPage {

    private static final String FRANCE = "FR";
    /** What concerns the payment of an invoice has no place on a quote. */
    private static final Set<String> OF_PAYMENT =
            Set.of("LATE_PENALTY", "RECOVERY_FEE", "EARLY_PAYMENT", "DEBIT_OPTION");
    /** A longer text may go on overleaf; moved as a whole it would leave half a page empty. */
    private static final int MOST_LINES_KEPT_TOGETHER = 8;

    private static final int MOST_KEPT_TOGETHER = 400;

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
    public record Line(
            String reference,
            String text,
            String quantity,
            String unitPrice,
            String rate,
            String net,
            boolean isLong) {}

    /** What one rate of VAT makes. */
    public record Share(String rate, String net, String vat) {}

    public boolean isFinal() {
        return document.isFinal();
    }

    public String kind() {
        return FrenchWords.kind(invoice);
    }

    public boolean isQuote() {
        return invoice.isQuote();
    }

    public String title() {
        return "%s N° %s".formatted(kind(), invoice.number() == null ? "(à attribuer)" : invoice.number());
    }

    public List<String> seller() {
        LegalFacts.Seller seller = legal.seller();
        return seller == null
                ? List.of("(Émetteur à renseigner)")
                : lines(Stream.concat(
                        address(seller.address(), isAbroad()),
                        Stream.of(labelled("Tél. ", seller.phone()), seller.email())));
    }

    public String sellerName() {
        return legal.seller() == null ? "" : legal.seller().name();
    }

    public List<String> buyer() {
        LegalFacts.Buyer buyer = legal.buyer();
        return lines(Stream.concat(
                buyer.address("BILLING").stream().flatMap(address -> address(address, false)),
                Stream.of(labelled("SIREN ", buyer.siren()), labelled("TVA ", buyer.vatNumber()))));
    }

    public String buyerName() {
        return legal.buyer().name();
    }

    public List<Detail> details() {
        List<Detail> details = new ArrayList<>();
        details.add(new Detail("Date", FrenchText.day(invoice.issuedOn())));
        details.add(new Detail("Code client", invoice.customerCode()));
        if (invoice.validUntil() != null) {
            details.add(new Detail("Valable jusqu'au", FrenchText.day(invoice.validUntil())));
        }
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
        return lines(legal.buyer().address("DELIVERY").stream().flatMap(address -> address(address, false)));
    }

    public String subject() {
        return invoice.subject() == null ? "" : invoice.subject();
    }

    public List<Line> lines() {
        return invoice.lines().stream().map(this::line).toList();
    }

    private Line line(InvoiceLine line) {
        String article = line.articleCode() == null ? document.facts().article() : line.articleCode();
        return new Line(
                article == null ? "" : article,
                line.description(),
                FrenchUnit.quantity(line.quantity(), line.unit()),
                FrenchText.price(line.unitPrice()),
                FrenchText.rate(line.vatRate()),
                FrenchText.amount(document.printed(line.netAmount())),
                line.description().length() > MOST_KEPT_TOGETHER
                        || line.description().lines().count() > MOST_LINES_KEPT_TOGETHER);
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
        return invoice.isQuote() || invoice.dueOn() == null
                ? ""
                : "Paiement par virement au " + FrenchText.day(invoice.dueOn());
    }

    public String bank() {
        LegalFacts.Seller seller = legal.seller();
        return seller == null || seller.iban() == null || invoice.kind() != Invoice.Kind.INVOICE
                ? ""
                : joined(
                        " – ",
                        "IBAN " + seller.iban().replaceAll("(.{4})(?=.)", "$1 "),
                        labelled("BIC ", seller.bic()));
    }

    public List<String> mentions() {
        return legal.mentions().stream()
                .filter(mention -> !invoice.isQuote() || !OF_PAYMENT.contains(mention.code()))
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
        return isFinal() || invoice.isQuote()
                ? ""
                : legal.missing().stream().map(FrenchMentions::of).collect(Collectors.joining(", "));
    }

    /** Of a preview: why it will be no electronic invoice, and what leaves instead. */
    public String noEInvoice() {
        return isFinal() || invoice.isQuote() || legal.noEInvoice() == null ? "" : legal.noEInvoice();
    }

    /** True for a customer abroad: then the issuer's country is said as well. */
    private boolean isAbroad() {
        return legal.buyer().address("BILLING").map(LegalFacts.Address::country).stream()
                .anyMatch(country -> !FRANCE.equals(country));
    }

    private static Stream<String> address(LegalFacts.Address address, boolean withFrance) {
        return address == null
                ? Stream.empty()
                : Stream.of(
                        address.line1(),
                        address.line2(),
                        joined(" ", address.postalCode(), address.city()),
                        country(address.country(), withFrance));
    }

    private static String country(String code, boolean withFrance) {
        boolean home = code == null || code.equals(FRANCE);
        return home && !withFrance ? null : FrenchText.country(code);
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
