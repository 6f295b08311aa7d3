package fr.syaga.facturation.invoice.invoice;

import java.math.BigDecimal;
import java.util.List;

import fr.syaga.facturation.invoice.money.VatRate;
import fr.syaga.facturation.invoice.money.VatTotals;

/**
 * The part of a document that one category and rate of VAT has (EN 16931, BG-23): the shares add up to its totals.
 *
 * @param rate percent; null on an imported document whose amounts fit no single rate
 */
public record VatShare(String category, BigDecimal rate, BigDecimal netAmount, BigDecimal vatAmount) {

    static List<VatShare> of(List<InvoiceLine> lines) {
        VatTotals totals = VatTotals.of(lines.stream().map(InvoiceLine::taxed).toList());
        return totals.baseByRate().entrySet().stream()
                .map(base -> new VatShare(
                        categoryAt(base.getKey(), lines),
                        base.getKey().percent(),
                        base.getValue().amount(),
                        totals.vatOf(base.getKey()).amount()))
                .toList();
    }

    /** One customer has one regime, so a rate has one category. */
    private static String categoryAt(VatRate rate, List<InvoiceLine> lines) {
        return lines.stream()
                .filter(line -> line.taxed().rate().equals(rate))
                .findFirst()
                .map(InvoiceLine::vatCategory)
                .orElseThrow();
    }
}
