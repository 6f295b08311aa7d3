package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;

/**
 * One line of a document. Its net amount is quantity times unit price, rounded once, with the sign of the document, so that
 * what is printed multiplies to what is printed.
 *
 * @param description one line or several, parted by {@code \n}
 * @param measuredQuantity what was measured before a person changed the quantity, and {@code quantityReason} why; else null
 */
@Embeddable
public record InvoiceLine(
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

    /** True when a person bills another quantity than was measured. */
    public boolean isChanged() {
        return measuredQuantity != null;
    }

    public InvoiceLine measuredAs(BigDecimal measured, String reason) {
        return new InvoiceLine(
                articleCode, description, quantity, unit, unitPrice, vatCategory, vatRate, netAmount, measured, reason);
    }

    /** The same line under another VAT. */
    public InvoiceLine taxedAt(String category, VatRate rate) {
        return new InvoiceLine(
                articleCode,
                description,
                quantity,
                unit,
                unitPrice,
                category,
                rate.percent().setScale(2),
                netAmount,
                measuredQuantity,
                quantityReason);
    }

    public VatTotals.Taxed taxed() {
        return new VatTotals.Taxed(Money.of(netAmount), new VatRate(vatRate));
    }
}
