package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.edge.Versioned;
import fr.syaga.facturation.invoice.cache.CachedSending;

/**
 * A document as callers see it: amounts in euros with two decimals, negative on a credit note.
 *
 * @param sentAt when the customer got it; what the cache knows of an imported one counts, at midday of its day
 * @param sentTo the recipients, as far as they are known
 */
public record InvoiceView(
        UUID id,
        InvoiceKind kind,
        InvoiceStatus status,
        InvoiceOrigin origin,
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
        List<Line> lines,
        BigDecimal netAmount,
        BigDecimal vatAmount,
        BigDecimal grossAmount,
        List<VatShare> vatBreakdown,
        BigDecimal paidAmount,
        String currency,
        UUID creditOf,
        LocalDate validUntil,
        BigDecimal advancePercent,
        String declineReason,
        UUID quoteId,
        List<UUID> madeInvoices,
        String contractId,
        String runId,
        Instant exportedAt,
        Instant sentAt,
        List<String> sentTo,
        String documentSha256,
        Instant createdAt,
        int version)
        implements Versioned {

    /** A line as callers see it; quantity and price without needless zeros. */
    public record Line(
            int position,
            String articleCode,
            String description,
            BigDecimal quantity,
            String unit,
            BigDecimal unitPrice,
            String vatCategory,
            BigDecimal vatRate,
            BigDecimal netAmount,
            BigDecimal measuredQuantity,
            String quantityReason) {

        private static Line of(int position, InvoiceLine line) {
            return new Line(
                    position,
                    line.articleCode(),
                    line.description(),
                    trimmed(line.quantity(), 0),
                    line.unit(),
                    trimmed(line.unitPrice(), 2),
                    line.vatCategory(),
                    trimmed(line.vatRate(), 0),
                    line.netAmount(),
                    line.isChanged() ? trimmed(line.measuredQuantity(), 0) : null,
                    line.quantityReason());
        }

        private static BigDecimal trimmed(BigDecimal number, int decimals) {
            BigDecimal trimmed = number.stripTrailingZeros();
            return trimmed.scale() < decimals ? trimmed.setScale(decimals) : trimmed;
        }
    }

    public static InvoiceView of(Invoice invoice) {
        List<Line> lines = new ArrayList<>();
        CachedSending cached = invoice.cachedSending();
        invoice.lines().forEach(line -> lines.add(Line.of(lines.size() + 1, line)));
        return new InvoiceView(
                invoice.id(),
                invoice.kind(),
                invoice.status(),
                invoice.origin(),
                invoice.reference(),
                invoice.number(),
                invoice.customerCode(),
                invoice.customerName(),
                invoice.issuedOn(),
                invoice.dueOn(),
                invoice.periodFrom(),
                invoice.periodTo(),
                invoice.subject(),
                invoice.purchaseOrder(),
                lines,
                invoice.net().amount(),
                invoice.vat().amount(),
                invoice.gross().amount(),
                invoice.vatShares(),
                invoice.paid().amount(),
                invoice.currency(),
                invoice.creditOf(),
                invoice.offer().validUntil(),
                invoice.offer().advancePercent(),
                invoice.offer().declineReason(),
                invoice.quoteId(),
                invoice.madeInvoices().stream().map(Invoice::id).toList(),
                invoice.contractId(),
                invoice.runId(),
                invoice.exportedAt(),
                invoice.sentAt() == null ? cached.at() : invoice.sentAt(),
                invoice.sentTo().isEmpty() ? cached.recipients() : invoice.sentTo(),
                invoice.documentSha256(),
                invoice.createdAt(),
                invoice.version());
    }
}
