package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.quarkus.security.identity.SecurityIdentity;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;

/**
 * Takes back an issued invoice, whole or in part, by a credit note that names its number and date. Together, the credit notes
 * of an invoice never exceed it, unless an admin says why.
 */
@ApplicationScoped
class Crediting {

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
    record Terms(
            @Size(max = 200) String reference,
            @Size(max = 500) String reason,
            @Size(max = InvoiceDraft.MAX_LINES) List<InvoiceDraft.@NotNull @Valid Line> lines,
            @Size(max = 500) String overrideReason) {

        static final Terms WHOLE = new Terms(null, null, null, null);

        boolean isWhole() {
            return lines == null || lines.isEmpty();
        }
    }

    @Transactional
    InvoiceDrafting.Outcome credit(String id, Terms terms) {
        Invoice invoice = invoices.lock(id);
        if (invoice.status() != InvoiceStatus.ISSUED || invoice.kind() != InvoiceKind.INVOICE) {
            throw Rejection.conflict(
                    "not-creditable", "Only an issued invoice is credited; a draft is changed or dropped instead.");
        }
        InvoiceDraft draft = draft(invoice, terms);
        if (terms.reference() != null
                && invoices.withReference(terms.reference()).isPresent()) {
            return drafting.draft(draft, null, false);
        }
        Money credit = Money.sum(draft.lines().stream()
                .map(line -> Money.of(line.quantity(), line.unitPrice()))
                .toList());
        Money left = invoice.net().minus(invoices.credited(invoice.id()));
        if (credit.isMoreThan(left)) {
            requireOverride(terms, credit, left);
        }
        return drafting.draft(draft, null, false);
    }

    private void requireOverride(Terms terms, Money credit, Money left) {
        if (terms.overrideReason() == null || terms.overrideReason().isBlank() || !caller.hasRole("admin")) {
            throw Rejection.conflict(
                    "credit-exceeds-invoice",
                    "%s euros are more than the %s euros that are left of the invoice. An admin may say why with overrideReason."
                            .formatted(credit, left));
        }
    }

    private static InvoiceDraft draft(Invoice invoice, Terms terms) {
        String subject = "Avoir sur facture %s du %s"
                .formatted(
                        invoice.number(),
                        java.time.format.DateTimeFormatter.ofPattern("dd/MM/yyyy")
                                .format(invoice.issuedOn()));
        return new InvoiceDraft(
                invoice.customerCode(),
                InvoiceKind.CREDIT_NOTE,
                InvoiceOrigin.MANUAL,
                terms.reference(),
                null,
                null,
                invoice.periodFrom(),
                invoice.periodTo(),
                terms.reason() == null ? subject : subject + " - " + terms.reason(),
                invoice.contractId(),
                null,
                invoice.id(),
                invoice.currency(),
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
        VatRate rate = VatRate.between(invoice.net(), invoice.gross())
                .orElseThrow(() -> Rejection.conflict(
                        "mixed-vat", "The imported invoice bears no single VAT rate: give the lines to credit."));
        return List.of(new InvoiceDraft.Line(
                null, subject, BigDecimal.ONE, null, invoice.net().amount(), rate.percent()));
    }
}
