package fr.syaga.facturation.export.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What an invoice, a credit note or a quote says, as a file shows it. Only content stands here: what merely happens to a document
 * (exported, sent, paid, its version) would make the same invoices look like others. Amounts are invoice-service's own.
 *
 * @param validUntil the last day on which a quote can be accepted, null for everything else
 * @param documentSha256 of the paper that Oxygène printed, null when nobody put it there
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
    "creditOf",
    "validUntil",
    "documentSha256"
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
        UUID creditOf,
        @JsonInclude(JsonInclude.Include.NON_NULL) LocalDate validUntil,
        @JsonInclude(JsonInclude.Include.NON_NULL) String documentSha256) {

    /** An invoice, the credit note that takes one back (its amounts are negative), or a quote, which is a document of neither. */
    public enum Kind {
        INVOICE,
        CREDIT_NOTE,
        QUOTE
    }

    /** Where it stands in its life; only approved and issued ones are worth an export by default. The last four are a quote's. */
    public enum Status {
        DRAFT,
        APPROVED,
        ISSUED,
        CANCELLED,
        SENT,
        ACCEPTED,
        DECLINED,
        EXPIRED
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

    /** True for what is no document of the books: it is no revenue and never a Factur-X. */
    @JsonIgnore
    public boolean isQuote() {
        return kind == Kind.QUOTE;
    }

    /** True when the paper that Oxygène printed is kept: it goes to the customer, and no second one of ours. */
    @JsonIgnore
    public boolean hasOwnDocument() {
        return documentSha256 != null;
    }

    /** True when the line takes back some of what the document says as a whole, whichever sign its lines have beside its total. */
    public boolean goesAgainst(InvoiceLine line) {
        BigDecimal sum = lines.stream().map(InvoiceLine::netAmount).reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean mirrored = sum.signum() * netAmount.signum() < 0;
        return line.netAmount().signum() < 0 ^ mirrored ^ isCreditNote();
    }

    /** The same content without the paper that Oxygène printed: a table and an import say nothing of it. */
    public Invoice withoutOwnDocument() {
        return documentSha256 == null
                ? this
                : new Invoice(
                        id,
                        kind,
                        status,
                        origin,
                        reference,
                        number,
                        customerCode,
                        customerName,
                        issuedOn,
                        dueOn,
                        periodFrom,
                        periodTo,
                        subject,
                        purchaseOrder,
                        lines,
                        netAmount,
                        vatAmount,
                        grossAmount,
                        vatBreakdown,
                        currency,
                        creditOf,
                        validUntil,
                        null);
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
