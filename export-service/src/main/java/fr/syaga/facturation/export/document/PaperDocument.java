package fr.syaga.facturation.export.document;

import java.math.BigDecimal;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.invoicing.LegalFacts;
import fr.syaga.facturation.export.invoicing.PaperFacts;

/**
 * An invoice or a credit note as its customer gets it. A credit note says positive amounts under its own name, on paper and in
 * its XML alike (EN 16931, type 381).
 */
public record PaperDocument(Invoice invoice, PaperFacts facts) {

    LegalFacts legal() {
        return facts.legal();
    }

    /** The amount as it is printed: turned to positive on a credit note. */
    BigDecimal printed(BigDecimal amount) {
        return invoice.isCreditNote() ? amount.negate() : amount;
    }

    boolean isFinal() {
        return invoice.status() == Invoice.Status.ISSUED;
    }

    /** The name of its file: the legal number, which holds nothing that a file system or a mail refuses. */
    public static String fileName(String number) {
        return (number == null ? "apercu" : number.replaceAll("[^A-Za-z0-9+_-]", "_")) + ".pdf";
    }
}
