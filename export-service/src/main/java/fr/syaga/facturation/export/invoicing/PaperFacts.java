package fr.syaga.facturation.export.invoicing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What a printed document says beside its own content, gathered and frozen when the document is asked for.
 *
 * @param credited the invoice that a credit note takes back, null for an invoice
 * @param emails where the customer's invoices are mailed
 * @param article what stands as reference of a line that names no article, null for nothing
 */
public record PaperFacts(UUID invoiceId, LegalFacts legal, Credited credited, List<String> emails, String article) {

    /** The number and date of the invoice that a credit note takes back. */
    public record Credited(String number, LocalDate issuedOn) {}

    static PaperFacts of(Invoice invoice, LegalFacts legal, Invoice original, Customer customer, String article) {
        return new PaperFacts(
                invoice.id(),
                legal,
                original == null || original.number() == null
                        ? null
                        : new Credited(original.number(), original.issuedOn()),
                customer == null ? List.of() : customer.emails(),
                article);
    }

    /** True when nothing is missing that the law asks for, and the document is an invoice between companies. */
    @JsonIgnore
    public boolean canBeElectronic() {
        return legal.missing().isEmpty() && legal.noEInvoice() == null;
    }
}
