package fr.syaga.facturation.export.einvoice;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import org.mustangproject.IncludedNote;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.SubjectCode;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.export.french.FrenchText;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.InvoiceLine;
import fr.syaga.facturation.export.invoicing.LegalFacts;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/** A document in the words of EN 16931 and of the French rules BR-FR on top of it; the numbers name them. */
public final class ElectronicInvoice {

    private static final String INVOICE = "380";
    private static final String CREDIT_NOTE = "381";
    /** BT-23: services. What this product bills are services. */
    private static final String SERVICES = "S1";
    /** BT-8 (UNTDID 2475): VAT falls due on payment, or on the debit when the issuer opted for that. */
    private static final String ON_PAYMENT = "72";

    private static final String ON_DEBIT = "5";
    private static final Map<String, String> UNITS = Map.of(
            "H", "HUR", "HEURE", "HUR", "HEURES", "HUR", "J", "DAY", "JOUR", "DAY", "JOURS", "DAY", "MOIS", "MON");
    private static final String ONE = "C62";
    /** UN/ECE's own codes, in which billed time comes from the ledger. */
    private static final Set<String> CODES = Set.of("HUR", "DAY", "MON", ONE);

    private final PaperDocument document;
    private final Invoice invoice;
    private final LegalFacts legal;
    private final Wording wording;

    ElectronicInvoice(PaperDocument document, Wording wording) {
        this.document = document;
        this.invoice = document.invoice();
        this.legal = document.legal();
        this.wording = wording;
    }

    /** What the XML says about exempt sales; the article depends on what is sold, so it is a setting. */
    @ConfigMapping(prefix = "facturation.factur-x")
    public interface Wording {
        @WithDefault("VATEX-EU-132")
        String exemptionCode();
    }

    /** The circuit that the note BAR names, when it is known for sure (BR-FR-20, -21). Who buys goes before how VAT is paid. */
    public static Optional<String> circuit(PaperDocument document) {
        LegalFacts.Buyer buyer = document.legal().buyer();
        if ("PRIVATE_PERSON".equals(buyer.kind())) {
            return Optional.of("B2C");
        }
        if (buyer.vatRegime() == null || "WITHOUT_SIREN".equals(buyer.kind())) {
            return Optional.empty();
        }
        return switch (buyer.vatRegime()) {
            case "FRENCH" -> Optional.ofNullable(buyer.siren()).map(siren -> "B2B");
            case "EU_REVERSE_CHARGE", "OUTSIDE_EU" -> Optional.of("B2BINT");
            default -> Optional.empty();
        };
    }

    org.mustangproject.Invoice build() {
        org.mustangproject.Invoice cii = new org.mustangproject.Invoice()
                .setDocumentCode(invoice.isCreditNote() ? CREDIT_NOTE : INVOICE)
                .setBusinessProcessId(SERVICES)
                .setNumber(invoice.number())
                .setIssueDate(noon(invoice.issuedOn()))
                // A period alone would leave the delivery element empty (FX-SCH-A-000372).
                .setDeliveryDate(noon(invoice.deliveredOn()))
                .setCurrency(invoice.currency())
                .setSender(ElectronicParty.seller(legal.seller(), invoice.isCreditNote()))
                .setRecipient(
                        ElectronicParty.buyer(legal.buyer(), document.facts().emails()))
                .addNotes(notes());
        if (invoice.periodFrom() != null && invoice.periodTo() != null) {
            cii.setDetailedDeliveryPeriod(noon(invoice.periodFrom()), noon(invoice.periodTo()));
        }
        if (invoice.dueOn() != null) {
            cii.setDueDate(noon(invoice.dueOn()))
                    .setPaymentTermDescription(
                            invoice.isCreditNote()
                                    ? "À déduire ou à rembourser"
                                    : "Paiement par virement au " + FrenchText.day(invoice.dueOn()));
        }
        if (legal.purchaseOrder() != null) {
            cii.setBuyerOrderReferencedDocumentID(legal.purchaseOrder());
        }
        if ("FRENCH".equals(legal.buyer().vatRegime())) {
            cii.setVATDueDateTypeCode(legal.mention("DEBIT_OPTION").isPresent() ? ON_DEBIT : ON_PAYMENT);
        }
        PaperFacts.Credited credited = document.facts().credited();
        if (credited != null) {
            cii.addInvoiceReferencedDocument(new ReferencedDocument(credited.number(), noon(credited.issuedOn())));
        }
        invoice.lines().forEach(line -> cii.addItem(item(line)));
        return cii;
    }

    /** The library writes the day that an instant has in the machine's own zone: noon UTC is that day from Hawaii to Tonga. */
    private static Date noon(LocalDate day) {
        return Date.from(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    private List<IncludedNote> notes() {
        List<IncludedNote> notes = new ArrayList<>();
        legal.mentions().forEach(mention -> notes.add(new IncludedNote(mention.text(), subject(mention.code()))));
        LegalFacts.Seller seller = legal.seller();
        if (seller.tradeRegister() != null) {
            notes.add(new IncludedNote(seller.tradeRegister() + " " + seller.siren(), SubjectCode.ABL));
        }
        if (seller.legalForm() != null) {
            notes.add(new IncludedNote(
                    seller.shareCapital() == null
                            ? seller.legalForm()
                            : seller.legalForm() + " au capital de " + seller.shareCapital(),
                    SubjectCode.REG));
        }
        if (invoice.subject() != null) {
            notes.add(new IncludedNote(invoice.subject(), SubjectCode.AAI));
        }
        return notes;
    }

    /** BR-FR-05: PMT, PMD and AAB once each. */
    private static SubjectCode subject(String mention) {
        return switch (mention) {
            case "LATE_PENALTY" -> SubjectCode.PMD;
            case "RECOVERY_FEE" -> SubjectCode.PMT;
            case "EARLY_PAYMENT" -> SubjectCode.AAB;
            case "DEBIT_OPTION", "EU_REVERSE_CHARGE", "OUTSIDE_EU", "EXEMPT" -> SubjectCode.TXD;
            default -> SubjectCode.AAI;
        };
    }

    private Item item(InvoiceLine line) {
        String[] text = line.description().strip().split("\\R", 2);
        Product product = new Product(text[0], text.length > 1 ? text[1] : "", unit(line.unit()), line.vatRate())
                .setTaxCategoryCode(line.vatCategory());
        if (line.articleCode() != null) {
            product.setSellerAssignedID(line.articleCode());
        }
        switch (line.vatCategory()) {
            case "AE" -> exempt(product, "EU_REVERSE_CHARGE", "VATEX-EU-AE");
            case "G" -> exempt(product, "OUTSIDE_EU", "VATEX-EU-G");
            case "E" -> exempt(product, "EXEMPT", wording.exemptionCode());
            default -> {
                // A rate says all there is to say.
            }
        }
        // The ledger's lines hold positive quantities and prices; a credit note's amounts alone are negative there.
        BigDecimal sign = document.printed(line.netAmount()).signum() < 0 ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        return new Item(product, line.unitPrice(), line.quantity().abs().multiply(sign));
    }

    private void exempt(Product product, String mention, String code) {
        product.setTaxExemptionReasonCode(code);
        legal.mention(mention).ifPresent(product::setTaxExemptionReason);
    }

    private static String unit(String unit) {
        String written = unit == null ? ONE : unit.strip().toUpperCase(Locale.ROOT);
        return CODES.contains(written) ? written : UNITS.getOrDefault(written, ONE);
    }
}
