package fr.syaga.facturation.export.invoicing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

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
    "lines",
    "netAmount",
    "vatAmount",
    "grossAmount",
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
        List<InvoiceLine> lines,
        BigDecimal netAmount,
        BigDecimal vatAmount,
        BigDecimal grossAmount,
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

    /** Brings the amounts to two decimals without rounding: a third decimal would be a fault of the sender and is refused. */
    public Invoice {
        lines = lines == null ? List.of() : List.copyOf(lines);
        netAmount = netAmount.setScale(2, RoundingMode.UNNECESSARY);
        vatAmount = vatAmount.setScale(2, RoundingMode.UNNECESSARY);
        grossAmount = grossAmount.setScale(2, RoundingMode.UNNECESSARY);
    }
}
