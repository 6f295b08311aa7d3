package fr.syaga.facturation.invoice.quote;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import fr.syaga.facturation.invoice.invoice.Invoice;
import fr.syaga.facturation.invoice.invoice.InvoiceLine;
import fr.syaga.facturation.invoice.money.Money;
import fr.syaga.facturation.invoice.money.VatRate;

/** What invoices of a quote say of it, in the customer's language. */
final class QuoteText {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    /** Between thousands, as the French write; the narrow one of the locale is in no Latin font. */
    private static final char HARD_SPACE = '\u00a0';

    private static final char NARROW_SPACE = '\u202f';
    private static final int LONGEST = 2000;
    private static final int LONGEST_SUBJECT = 500;

    private QuoteText() {}

    /** "Devis D20250803 du 31/07/2025 - Migration du serveur". */
    static String subject(String what, Invoice quote) {
        String named = "%s %s du %s".formatted(what, quote.number(), DATE.format(quote.issuedOn()));
        return cut(quote.subject() == null ? named : named + " - " + quote.subject(), LONGEST_SUBJECT);
    }

    static String advance(Invoice quote, BigDecimal percent, VatRate rate, Money base) {
        return cut(
                """
                Acompte de %s %% sur devis %s du %s
                Montant du devis : %s € HT (TVA %s %%)""".formatted(
                                decimal(percent.stripTrailingZeros()),
                                quote.number(),
                                DATE.format(quote.issuedOn()),
                                amount(base),
                                decimal(rate.percent())),
                LONGEST);
    }

    /** The rest names what the quote offered, and what was billed of it before. */
    static String rest(Invoice quote, VatRate rate, Money base, Money billed, String numbers) {
        String head = "Solde du devis %s du %s".formatted(quote.number(), DATE.format(quote.issuedOn()));
        String foot = "Montant du devis : %s € HT (TVA %s %%)\nDéjà facturé%s : %s € HT"
                .formatted(
                        amount(base),
                        decimal(rate.percent()),
                        numbers.isEmpty() ? "" : " (" + numbers + ")",
                        amount(billed));
        String scope = quote.lines().stream()
                .filter(line -> new VatRate(line.vatRate()).equals(rate))
                .map(InvoiceLine::description)
                .collect(Collectors.joining("\n"));
        int room = LONGEST - head.length() - foot.length() - 2;
        return Stream.of(head, cut(scope, room), foot).collect(Collectors.joining("\n"));
    }

    private static String amount(Money money) {
        return String.format(Locale.FRANCE, "%,.2f", money.amount()).replace(NARROW_SPACE, HARD_SPACE);
    }

    private static String decimal(BigDecimal number) {
        return number.toPlainString().replace('.', ',');
    }

    private static String cut(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length - 1) + "…";
    }
}
