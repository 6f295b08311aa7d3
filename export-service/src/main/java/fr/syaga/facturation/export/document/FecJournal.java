package fr.syaga.facturation.export.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;

import jakarta.inject.Singleton;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * The sales journal in the form of the FEC (LPF A. 47 A-1): one balanced entry a document. It is an export to hand over, not the
 * FEC itself, which accounting software makes of validated entries: so ValidDate stays empty.
 */
@Singleton
public final class FecJournal implements Renderer {

    /** The eighteen columns in their order. */
    static final List<String> COLUMNS = List.of(
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

    FecJournal(FecAccounts accounts) {
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
            Numbers numbers = new Numbers();
            documents.forEach(invoice -> new Entry(invoice, rows, numbers).write());
        }
    }

    /** The rule's name, labelled as what it is. {@code siren} is null when nobody said who issues. */
    public static String fileName(String siren, LocalDate latest, int lastMonth) {
        int year = latest.getMonthValue() > lastMonth ? latest.getYear() + 1 : latest.getYear();
        return "export-ventes_%sFEC%s.txt"
                .formatted(
                        siren == null ? "" : siren,
                        YearMonth.of(year, lastMonth).atEndOfMonth().format(DAY));
    }

    /** Numbers entries, and no document that has none: a free one moves no account, and would leave a hole. */
    private static final class Numbers {

        private int last;

        String next() {
            return Integer.toString(++last);
        }
    }

    /** The entry of one document: the customer owes the gross amount, sales and VAT are credited; a credit note swaps sides. */
    private final class Entry {

        private final Invoice invoice;
        private final CsvWriter rows;
        private final Numbers numbers;
        private String number;
        private BigDecimal balance = ZERO;

        Entry(Invoice invoice, CsvWriter rows, Numbers numbers) {
            this.invoice = invoice;
            this.rows = rows;
            this.numbers = numbers;
        }

        void write() {
            row(accounts.customer(), invoice.grossAmount(), text(invoice.customerCode()), text(invoice.customerName()));
            for (Invoice.VatShare share : shares()) {
                row(accounts.sales(), share.netAmount().negate(), "", "");
                row(accounts.vat(share.rate()), share.vatAmount().negate(), "", "");
            }
            if (balance.signum() != 0) {
                throw new UnusableFile("The entry of %s is off balance by %s.".formatted(invoice.number(), balance));
            }
        }

        /** An imported document without a breakdown has one share: all of it. */
        private List<Invoice.VatShare> shares() {
            return invoice.vatBreakdown().isEmpty()
                    ? List.of(new Invoice.VatShare(null, null, invoice.netAmount(), invoice.vatAmount()))
                    : invoice.vatBreakdown();
        }

        /** @param amount positive on the debit side */
        private void row(FecAccounts.Account account, BigDecimal amount, String auxiliary, String auxiliaryName) {
            if (amount.signum() == 0) {
                return;
            }
            number = number == null ? numbers.next() : number;
            balance = balance.add(amount);
            rows.writeRecord(
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
                    "");
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
