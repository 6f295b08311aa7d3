package fr.syaga.facturation.invoice.drafting;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.quarkus.security.identity.SecurityIdentity;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.Invoices;

/** Takes back an issued invoice, whole or in part, by a credit note that names its number and date. */
@ApplicationScoped
public class Crediting {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final Invoices invoices;
    private final InvoiceDrafting drafting;
    private final SecurityIdentity caller;

    Crediting(Invoices invoices, InvoiceDrafting drafting, SecurityIdentity caller) {
        this.invoices = invoices;
        this.drafting = drafting;
        this.caller = caller;
    }

    /**
     * What is to be credited.
     *
     * @param lines what is taken back; the whole invoice when absent
     * @param overrideReason why the credit notes may exceed the invoice; admins only
     */
    public record Terms(
            @Size(max = 200) String reference,
            @Size(max = 200) String reason,
            @Size(max = InvoiceDraft.MAX_LINES) List<InvoiceDraft.@NotNull @Valid Line> lines,
            @Size(max = 500) String overrideReason) {

        public static final Terms WHOLE = new Terms(null, null, null, null);

        boolean isWhole() {
            return lines == null || lines.isEmpty();
        }

        boolean overrides() {
            return overrideReason != null && !overrideReason.isBlank();
        }
    }

    @Transactional
    public InvoiceDrafting.Outcome credit(String id, Terms terms) {
        Invoice invoice = invoices.get(id);
        CreditLimit.requireCreditable(invoice);
        CreditLimit limit =
                terms.overrides() && caller.hasRole("admin") ? CreditLimit.OVERRIDDEN : CreditLimit.THE_INVOICE;
        return drafting.draft(draft(invoice, terms), null, false, limit);
    }

    private static InvoiceDraft draft(Invoice invoice, Terms terms) {
        String subject = "Avoir sur facture %s du %s".formatted(invoice.number(), DATE.format(invoice.issuedOn()));
        return new InvoiceDraft(
                invoice.customerCode(),
                InvoiceKind.CREDIT_NOTE,
                InvoiceOrigin.MANUAL,
                terms.reference(),
                null,
                null,
                invoice.periodFrom(),
                invoice.periodTo(),
                terms.reason() == null
                        ? subject
                        : subject + " - " + terms.reason().replaceAll("\\R", " "),
                invoice.purchaseOrder(),
                invoice.contractId(),
                null,
                invoice.id(),
                invoice.currency(),
                null,
                terms.isWhole() ? wholeLines(invoice, subject) : terms.lines());
    }

    /** The invoice's own lines; an imported invoice has none, so one line with its amount and the rate found from it. */
    private static List<InvoiceDraft.Line> wholeLines(Invoice invoice, String subject) {
        if (!invoice.lines().isEmpty()) {
            return invoice.lines().stream()
                    .map(line -> new InvoiceDraft.Line(
                            line.articleCode(),
                            line.description(),
                            line.quantity(),
                            line.unit(),
                            line.unitPrice(),
                            line.vatRate()))
                    .toList();
        }
        if (invoice.listedVatRate() == null) {
            throw Rejection.conflict(
                    "mixed-vat", "The imported invoice bears no single VAT rate: give the lines to credit.");
        }
        return List.of(new InvoiceDraft.Line(
                null, subject, BigDecimal.ONE, null, invoice.net().amount(), invoice.listedVatRate()));
    }
}
