package fr.syaga.facturation.export.document;

import java.math.BigDecimal;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.LegalFacts;
import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/**
 * An invoice, a credit note or a quote as its customer gets it. A credit note says positive amounts under its own name, on paper and
 * in its XML alike (EN 16931, type 381).
 *
 * @param logo the issuer's, null when there is none
 */
public record PaperDocument(Invoice invoice, PaperFacts facts, Logo logo) {

    private static final int SHORT = 8;

    public LegalFacts legal() {
        return facts.legal();
    }

    /** The amount as it is printed: turned to positive on a credit note. */
    public BigDecimal printed(BigDecimal amount) {
        return invoice.isCreditNote() ? amount.negate() : amount;
    }

    /** True for an issued document, and for a quote that left. */
    public boolean isFinal() {
        return invoice.isQuote() ? invoice.status() != Invoice.Status.DRAFT : invoice.status() == Invoice.Status.ISSUED;
    }

    /** The name of its file: its number, which holds nothing that a file system or a mail refuses; without one it is a preview. */
    public static String fileName(Invoice invoice) {
        return invoice.number() == null
                ? "apercu-%s.pdf".formatted(invoice.id().toString().substring(0, SHORT))
                : fileName(invoice.number());
    }

    public static String fileName(String number) {
        return number.replaceAll("[^A-Za-z0-9+_-]", "_") + ".pdf";
    }
}
