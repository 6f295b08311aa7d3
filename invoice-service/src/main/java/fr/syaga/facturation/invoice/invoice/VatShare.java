package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;

/**
 * The part of a document that one category and rate of VAT has (EN 16931, BG-23): the shares add up to its totals.
 *
 * @param rate percent; null on an imported document whose amounts fit no single rate
 */
public record VatShare(String category, BigDecimal rate, BigDecimal netAmount, BigDecimal vatAmount) {}
