package fr.syaga.facturation.export.fec;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.oxygene.OxygeneText;

/**
 * The sales journal in the form of the FEC (LPF A. 47 A-1): one balanced entry a document. It is an export to hand over, not the
 * FEC itself, which accounting software makes of validated entries: so ValidDate stays empty.
 */
@Singleton
public final class FecJournal implements Renderer {

    /** The eighteen columns in their order. */
    public static final List<String> COLUMNS = List.of(
            "JournalCode",
            "JournalLib",
            "EcritureNum",
            "EcritureDate",
            "CompteNum",
            "CompteLib",
            "CompAuxNum",
            "CompAuxLib",
            "PieceRef",
            "PieceDate",
            "EcritureLib",
            "Debit",
            "Credit",
            "EcritureLet",
            "DateLet",
            "ValidDate",
            "Montantdevise",
            "Idevise");

    private static final Charset CHARSET = Charset.forName("ISO-8859-15");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final BigDecimal ZERO = new BigDecimal("0.00");

    private final FecAccounts accounts;

    public FecJournal(FecAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Format format() {
        return Format.FEC;
    }

    @Override
    public void write(DocumentSet documents, Path file) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, CHARSET);
                CsvWriter rows = CsvWriter.builder()
                        .fieldSeparator('\t')
                        .lineDelimiter(LineDelimiter.CRLF)
                        .build(text)) {
            rows.writeRecord(COLUMNS);
            PrimitiveIterator.OfInt numbers = documents.numbers().each();
            documents.forEach(invoice -> {
                if (hasEntry(invoice)) {
                    new Entry(invoice, numbers.nextInt()).rows().forEach(rows::writeRecord);
                }
            });
        }
    }

    /**
     * The rule's name, labelled as what it is.
     *
     * @param siren null when nobody said who issues
     * @param part what of the year is in it, empty for the whole of it
     */
    public static String fileName(String siren, BusinessYear year, String part) {
        return "export-ventes_%sFEC%s%s.txt".formatted(siren == null ? "" : siren, day(year.to()), part);
    }

    /** How a file's name says that it holds these days of its year. */
    public static String days(LocalDate from, LocalDate to) {
        return "_%s-%s".formatted(day(from), day(to));
    }

    /** Numbers entries, and no document that has none: a free one moves no account, and would leave a hole. */
    public static boolean hasEntry(Invoice invoice) {
        return Stream.concat(
                        Stream.of(invoice.grossAmount()),
                        shares(invoice).stream().flatMap(share -> Stream.of(share.netAmount(), share.vatAmount())))
                .anyMatch(amount -> amount.signum() != 0);
    }

    /** An imported document without a breakdown has one share: all of it. */
    private static List<Invoice.VatShare> shares(Invoice invoice) {
        return invoice.vatBreakdown().isEmpty()
                ? List.of(new Invoice.VatShare(null, null, invoice.netAmount(), invoice.vatAmount()))
                : invoice.vatBreakdown();
    }

    /** The entry of one document: the customer owes the gross amount, sales and VAT are credited; a credit note swaps sides. */
    private final class Entry {

        private final Invoice invoice;
        private final List<List<String>> rows = new ArrayList<>();
        private final String number;
        private BigDecimal balance = ZERO;

        Entry(Invoice invoice, int number) {
            this.invoice = invoice;
            this.number = Integer.toString(number);
        }

        /** @throws UnusableDocument when debit and credit differ: then it is in no file */
        List<List<String>> rows() {
            row(accounts.customer(), invoice.grossAmount(), text(invoice.customerCode()), text(invoice.customerName()));
            for (Invoice.VatShare share : shares(invoice)) {
                row(accounts.sales(), share.netAmount().negate(), "", "");
                row(accounts.vat(share.rate()), share.vatAmount().negate(), "", "");
            }
            if (balance.signum() != 0) {
                throw new UnusableDocument(
                        "The entry of %s is off balance by %s.".formatted(invoice.number(), balance));
            }
            return rows;
        }

        /** @param amount positive on the debit side */
        private void row(FecAccounts.Account account, BigDecimal amount, String auxiliary, String auxiliaryName) {
            if (amount.signum() == 0) {
                return;
            }
            balance = balance.add(amount);
            rows.add(List.of(
                    text(accounts.journalCode()),
                    text(accounts.journalLabel()),
                    number,
                    day(invoice.issuedOn()),
                    text(account.number()),
                    text(account.label()),
                    auxiliary,
                    auxiliaryName,
                    text(invoice.number()),
                    day(invoice.issuedOn()),
                    text((invoice.isCreditNote() ? "Avoir " : "Facture ") + invoice.customerName()),
                    amount(amount.max(ZERO)),
                    amount(amount.negate().max(ZERO)),
                    "",
                    "",
                    "",
                    "",
                    ""));
        }
    }

    private static String day(LocalDate value) {
        return value.format(DAY);
    }

    private static String amount(BigDecimal value) {
        return value.setScale(2).toPlainString().replace('.', ',');
    }

    /** No tab and no line end, and only what the charset holds. */
    private static String text(String value) {
        return OxygeneText.plain(value, CHARSET).replace('"', ' ');
    }
}
