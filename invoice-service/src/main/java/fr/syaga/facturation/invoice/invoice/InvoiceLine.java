package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;

import jakarta.persistence.Embeddable;

import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;

/**
 * One line of a document. Its net amount is quantity times unit price, rounded once, with the sign of the document, so that
 * what is printed multiplies to what is printed.
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
        BigDecimal netAmount) {

    /** The same line under another VAT. */
    InvoiceLine taxedAt(String category, VatRate rate) {
        return new InvoiceLine(
                articleCode,
                description,
                quantity,
                unit,
                unitPrice,
                category,
                rate.percent().setScale(2),
                netAmount);
    }

    VatTotals.Taxed taxed() {
        return new VatTotals.Taxed(Money.of(netAmount), new VatRate(vatRate));
    }
}
