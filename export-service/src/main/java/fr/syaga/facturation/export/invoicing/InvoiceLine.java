package fr.syaga.facturation.export.invoicing;

import java.math.BigDecimal;

/** One line of an invoice; {@code netAmount} is what invoice-service made of quantity and price. */
public record InvoiceLine(
        int position,
        String articleCode,
        String description,
        BigDecimal quantity,
        String unit,
        BigDecimal unitPrice,
        String vatCategory,
        BigDecimal vatRate,
        BigDecimal netAmount) {}
