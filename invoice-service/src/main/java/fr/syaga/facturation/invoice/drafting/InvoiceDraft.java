package fr.syaga.facturation.invoice.drafting;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fr.syaga.facturation.edge.WrittenBack;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.InvoiceView;

/**
 * A document as its writer brings it. What is absent has a default: the business date, the due date by the customer's terms,
 * the VAT rate by the customer's regime.
 *
 * @param reference the writer's own key: posted again with the same content, it answers with the first document
 * @param purchaseOrder the customer's order number; that of the customer when absent
 * @param validUntil the last day of a quote; 30 days after its date when absent
 */
@Schema(example = InvoiceDraft.EXAMPLE)
@WrittenBack(InvoiceView.class)
public record InvoiceDraft(
        @NotBlank @Size(max = 40) String customerCode,
        InvoiceKind kind,
        InvoiceOrigin origin,

        @Size(min = 1, max = 200) @Pattern(regexp = "\\S(.*\\S)?")
        String reference,

        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate periodFrom,
        LocalDate periodTo,

        @Size(max = 500) @Pattern(regexp = "[^\\r\\n]*", message = "is one line")
        String subject,

        @Size(max = 100) String purchaseOrder,
        @Size(max = 100) String contractId,
        @Size(max = 100) String runId,
        UUID creditOf,

        @Pattern(regexp = "EUR", message = "only EUR is invoiced")
        String currency,

        LocalDate validUntil,

        @NotEmpty @Size(max = MAX_LINES) List<@NotNull @Valid Line> lines) {

    static final int MAX_LINES = 1000;

    static final String EXAMPLE = """
            {"customerCode":"LAA10","kind":"INVOICE","origin":"MANUAL","subject":"Intervention du 31 juillet",
             "lines":[{"description":"Assistance sur site","quantity":3,"unitPrice":33.33,"vatRate":20}]}""";

    @Override
    public InvoiceKind kind() {
        return Objects.requireNonNullElse(kind, InvoiceKind.INVOICE);
    }

    @Override
    public InvoiceOrigin origin() {
        return Objects.requireNonNullElse(origin, InvoiceOrigin.MANUAL);
    }

    /** The same draft under a reference. */
    InvoiceDraft under(String name) {
        return new InvoiceDraft(
                customerCode,
                kind,
                origin,
                name,
                issuedOn,
                dueOn,
                periodFrom,
                periodTo,
                subject,
                purchaseOrder,
                contractId,
                runId,
                creditOf,
                currency,
                validUntil,
                lines);
    }

    /** A document of this draft, not yet stored. */
    public Invoice made(Customer customer, Taxation taxation, LocalDate today) {
        return Invoice.draft(DraftRules.content(this, customer, taxation, today, List.of()), reference, hash());
    }

    /** By which the same draft is known when it comes again. */
    public String hash() {
        return ContentHash.of(this);
    }

    /** This draft as the new text of a document: what it is, whence it comes and its dates stay where the writer names none. */
    InvoiceDraft over(Invoice present) {
        return new InvoiceDraft(
                customerCode,
                Objects.requireNonNullElse(kind, present.kind()),
                Objects.requireNonNullElse(origin, present.origin()),
                reference == null ? present.reference() : reference,
                issuedOn == null ? present.issuedOn() : issuedOn,
                dueOn,
                periodFrom == null ? present.periodFrom() : periodFrom,
                periodTo == null ? present.periodTo() : periodTo,
                subject,
                purchaseOrder,
                contractId == null ? present.contractId() : contractId,
                runId == null ? present.runId() : runId,
                creditOf == null ? present.creditOf() : creditOf,
                currency,
                validUntil == null && issuedOn == null ? present.offer().validUntil() : validUntil,
                lines);
    }

    /**
     * A line as its writer brings it.
     *
     * @param description one line or several; a line break is {@code \n}, however it was written
     * @param quantity at most four decimals, not negative
     * @param unitPrice euros without VAT, at most six decimals, not negative (EN 16931, BR-27)
     * @param vatRate percent, such as 20 or 5.5
     * @param measuredQuantity may come back as it was read; what was measured is known here and not taken from the writer
     * @param quantityReason why a person bills another quantity than was measured; of a change only
     */
    @WrittenBack(InvoiceView.Line.class)
    public record Line(
            @Size(max = 40) String articleCode,
            @NotBlank @Size(max = 2000) String description,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 4)
            BigDecimal quantity,

            @Size(max = 10) String unit,

            @NotNull @DecimalMin("0") @Digits(integer = 10, fraction = 6)
            BigDecimal unitPrice,

            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2)
            BigDecimal vatRate,

            @Digits(integer = 10, fraction = 4) BigDecimal measuredQuantity,

            @Size(max = 500) String quantityReason) {

        public Line {
            description = description == null ? null : description.replaceAll("\\r\\n?", "\n");
            quantityReason = quantityReason == null || quantityReason.isBlank() ? null : quantityReason.strip();
        }

        public Line(
                String articleCode,
                String description,
                BigDecimal quantity,
                String unit,
                BigDecimal unitPrice,
                BigDecimal vatRate) {
            this(articleCode, description, quantity, unit, unitPrice, vatRate, null, null);
        }
    }
}
