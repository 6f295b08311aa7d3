package fr.syaga.facturation.invoice.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.drafting.InvoiceDraft;
import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceKind;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;

/** The drafts that an accepted quote makes: all its lines, an advance, or the rest; the parts add up to the quote rate by rate. */
final class QuoteInvoices {

    private QuoteInvoices() {}

    static InvoiceDraft whole(Invoice quote) {
        List<InvoiceDraft.Line> lines = quote.lines().stream()
                .map(line -> new InvoiceDraft.Line(
                        line.articleCode(),
                        line.description(),
                        line.quantity(),
                        line.unit(),
                        line.unitPrice(),
                        line.vatRate()))
                .toList();
        return draft(quote, "Devis", lines);
    }

    /** @throws Rejection 409 when the percentage is less than a cent */
    static InvoiceDraft advance(Invoice quote, BigDecimal percent) {
        List<InvoiceDraft.Line> lines = new ArrayList<>();
        SortedMap<VatRate, Money> offered = quote.vatTotals().baseByRate();
        Advance.of(quote.vatTotals(), percent)
                .forEach((rate, base) ->
                        lines.add(line(QuoteText.advance(quote, percent, rate, offered.get(rate)), rate, base)));
        if (lines.isEmpty()) {
            throw Rejection.conflict(
                    "advance-too-small", "So small an advance is nothing. Accept the quote without an advance.");
        }
        return draft(quote, "Acompte sur devis", lines);
    }

    /**
     * What is left after the invoices that stand, credit notes taken into account.
     *
     * @throws Rejection 409 when nothing is left, or more was billed than offered
     */
    static InvoiceDraft rest(Invoice quote, List<Invoice> standing) {
        SortedMap<VatRate, Money> billed = new TreeMap<>();
        standing.forEach(
                each -> each.vatTotals().baseByRate().forEach((rate, base) -> billed.merge(rate, base, Money::plus)));
        if (billed.values().stream().allMatch(Money.ZERO::equals)) {
            return whole(quote);
        }
        SortedMap<VatRate, Money> left = new TreeMap<>(quote.vatTotals().baseByRate());
        billed.forEach((rate, base) -> left.merge(rate, base.negate(), Money::plus));
        requireRest(quote, left);
        String numbers =
                standing.stream().map(Invoice::number).filter(Objects::nonNull).collect(Collectors.joining(", "));
        List<InvoiceDraft.Line> lines = new ArrayList<>();
        left.forEach((rate, base) -> {
            if (!base.equals(Money.ZERO)) {
                Money offered = quote.vatTotals().baseByRate().getOrDefault(rate, Money.ZERO);
                lines.add(line(QuoteText.rest(quote, rate, offered, offered.minus(base), numbers), rate, base));
            }
        });
        return draft(quote, "Solde du devis", lines);
    }

    private static void requireRest(Invoice quote, SortedMap<VatRate, Money> left) {
        if (left.values().stream().anyMatch(Money::isNegative)) {
            throw Rejection.conflict(
                    "more-than-quoted",
                    "More was invoiced of %s than it offers at a rate of VAT: change the draft of its advance, or credit it."
                            .formatted(quote.number()));
        }
        if (left.values().stream().allMatch(Money.ZERO::equals)) {
            throw Rejection.conflict(
                    "nothing-left", "All of %s is invoiced; nothing is left of it.".formatted(quote.number()));
        }
    }

    private static InvoiceDraft.Line line(String text, VatRate rate, Money base) {
        return new InvoiceDraft.Line(null, text, BigDecimal.ONE, null, base.amount(), rate.percent());
    }

    private static InvoiceDraft draft(Invoice quote, String what, List<InvoiceDraft.Line> lines) {
        return new InvoiceDraft(
                quote.customerCode(),
                InvoiceKind.INVOICE,
                InvoiceOrigin.MANUAL,
                null,
                null,
                null,
                null,
                null,
                QuoteText.subject(what, quote),
                quote.purchaseOrder(),
                null,
                null,
                null,
                null,
                null,
                lines);
    }
}
