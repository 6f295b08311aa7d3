package fr.syaga.facturation.export.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What an invoice or a credit note says, as a file shows it. Only content stands here: what merely happens to a document
 * (exported, sent, paid, its version) would make the same invoices look like others. Amounts are invoice-service's own.
 */
@JsonPropertyOrder({
    "id",
    "kind",
    "status",
    "origin",
    "reference",
    "number",
    "customerCode",
    "customerName",
    "issuedOn",
    "dueOn",
    "periodFrom",
    "periodTo",
    "subject",
    "purchaseOrder",
    "lines",
    "netAmount",
    "vatAmount",
    "grossAmount",
    "vatBreakdown",
    "currency",
    "creditOf"
})
public record Invoice(
        UUID id,
        Kind kind,
        Status status,
        Origin origin,
        String reference,
        String number,
        String customerCode,
        String customerName,
        LocalDate issuedOn,
        LocalDate dueOn,
        LocalDate periodFrom,
        LocalDate periodTo,
        String subject,
        String purchaseOrder,
        List<InvoiceLine> lines,
        BigDecimal netAmount,
        BigDecimal vatAmount,
        BigDecimal grossAmount,
        List<VatShare> vatBreakdown,
        String currency,
        UUID creditOf) {

    /** An invoice, or the credit note that takes one back; a credit note's amounts are negative. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE
    }

    /** Where it stands in its life; only approved and issued ones are worth an export by default. */
    public enum Status {
        DRAFT,
        APPROVED,
        ISSUED,
        CANCELLED
    }

    /** What made it. */
    public enum Origin {
        HISTORY,
        RECURRENCE,
        TIME,
        MANUAL
    }

    /**
     * The part of the document that one category and rate of VAT has; the shares add up to its totals.
     *
     * @param rate percent; null on an imported document whose amounts fit no single rate
     */
    public record VatShare(String category, BigDecimal rate, BigDecimal netAmount, BigDecimal vatAmount) {}

    /** Brings the amounts to two decimals without rounding: a third decimal would be a fault of the sender and is refused. */
    public Invoice {
        lines = lines == null ? List.of() : List.copyOf(lines);
        vatBreakdown = vatBreakdown == null ? List.of() : List.copyOf(vatBreakdown);
        netAmount = netAmount.setScale(2, RoundingMode.UNNECESSARY);
        vatAmount = vatAmount.setScale(2, RoundingMode.UNNECESSARY);
        grossAmount = grossAmount.setScale(2, RoundingMode.UNNECESSARY);
    }

    @JsonIgnore
    public boolean isCreditNote() {
        return kind == Kind.CREDIT_NOTE;
    }

    /** True when Oxygène made and printed it: we know its totals and no lines. */
    @JsonIgnore
    public boolean isFromOxygene() {
        return origin == Origin.HISTORY;
    }

    /** What the period says, or the invoice's own date: the day by which the service was rendered. */
    public LocalDate deliveredOn() {
        return periodTo == null || periodTo.isAfter(issuedOn) ? issuedOn : periodTo;
    }
}
