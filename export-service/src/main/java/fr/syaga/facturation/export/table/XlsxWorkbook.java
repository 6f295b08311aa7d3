package fr.syaga.facturation.export.table;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

import jakarta.inject.Singleton;

import org.dhatim.fastexcel.PaperSize;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.french.FrenchWords;
import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * The workbook to check the invoices in: typed dates and amounts, French headings, a total row by formula whose value is
 * stored too, so that a reader that does not compute sees the same sums; a second sheet by customer and month, with a chart.
 */
@Singleton
public final class XlsxWorkbook implements Renderer {

    public static final String SHEET = "Factures_A_Editer";
    static final String AMOUNT = "#,##0.00";
    static final String HEADING_COLOUR = "D9E2F3";

    private static final String DAY = "dd/mm/yyyy";
    private static final int FLUSH_EVERY = 1000;
    /** A cell holds no more, and a program refuses the whole file for one that does. */
    private static final int LONGEST_CELL = 32_767;
    /** A worksheet ends there; beyond it the CSV is the format to ask for. */
    private static final int LAST_ROW = 1_048_576;

    private static final List<String> HEADINGS = List.of(
            "Type",
            "Numéro",
            "Date facture",
            "Client",
            "Description",
            "Montant HT",
            "Montant TVA",
            "Montant TTC",
            "Mode de paiement",
            "Échéance",
            "Statut",
            "Code client",
            "Nature",
            "État",
            "Période du",
            "Période au",
            "Devise",
            "Référence",
            "Identifiant");
    private static final int[] WIDTHS = {20, 14, 12, 28, 48, 14, 14, 14, 17, 12, 18, 13, 11, 13, 12, 12, 8, 34, 38};
    /** Reference and identifier: for programs; hidden, so that the page prints in a readable size. */
    private static final int[] TECHNICAL = {17, 18};

    /** What XML cannot hold. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final int NET = 5;
    private static final int VAT = 6;
    private static final int GROSS = 7;

    private final TableWords words;

    public XlsxWorkbook(TableWords words) {
        this.words = words;
    }

    @Override
    public Format format() {
        return Format.XLSX;
    }

    @Override
    public void write(DocumentSet documents, Path file) throws IOException {
        Path raw = Files.createTempFile("workbook", ".xlsx");
        try {
            CustomerMonths months = new CustomerMonths();
            List<BigDecimal> totals = writeWorkbook(documents, months, raw);
            FinishedWorkbook.write(raw, file, totals, months.chart());
        } finally {
            Files.deleteIfExists(raw);
        }
    }

    private List<BigDecimal> writeWorkbook(DocumentSet documents, CustomerMonths months, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                Workbook workbook = new Workbook(out, "facturation", "1.0")) {
            // It is packed well once it is finished.
            workbook.setCompressionLevel(Deflater.BEST_SPEED);
            Worksheet sheet = workbook.newWorksheet(SHEET);
            headings(sheet);
            documents.forEach(invoice -> {
                int row = documents.documents() + 1;
                if (row >= LAST_ROW - 1) {
                    throw new UnusableFile("A worksheet holds %,d rows; ask for CSV.".formatted(LAST_ROW));
                }
                row(sheet, row, invoice);
                months.add(invoice);
                if (row % FLUSH_EVERY == 0) {
                    flush(sheet);
                }
            });
            totalRow(sheet, documents.documents() + 1);
            sheet.finish();
            months.write(workbook.newWorksheet(CustomerMonths.SHEET));
            return List.of(
                    documents.totalNet(),
                    documents.totalGross().subtract(documents.totalNet()),
                    documents.totalGross());
        }
    }

    private static void headings(Worksheet sheet) {
        for (int column = 0; column < HEADINGS.size(); column++) {
            sheet.value(0, column, HEADINGS.get(column));
            sheet.width(column, WIDTHS[column]);
        }
        sheet.range(0, 0, 0, HEADINGS.size() - 1)
                .style()
                .bold()
                .fillColor(HEADING_COLOUR)
                .wrapText(true)
                .set();
        for (int column : TECHNICAL) {
            sheet.hideColumn(column);
        }
        sheet.freezePane(0, 1);
        sheet.repeatRows(0);
        page(sheet);
    }

    static void page(Worksheet sheet) {
        sheet.paperSize(PaperSize.A4_PAPER);
        sheet.pageOrientation("landscape");
        sheet.setFitToPage(true);
        sheet.fitToWidth((short) 1);
        sheet.fitToHeight((short) 0);
    }

    private void row(Worksheet sheet, int row, Invoice invoice) {
        sheet.value(row, 0, FrenchWords.type(invoice));
        sheet.value(row, 1, text(FrenchWords.number(invoice)));
        day(sheet, row, 2, invoice.issuedOn());
        sheet.value(row, 3, text(invoice.customerName()));
        sheet.value(row, 4, text(FrenchWords.description(invoice)));
        amount(sheet, row, NET, invoice.netAmount());
        amount(sheet, row, VAT, invoice.vatAmount());
        amount(sheet, row, GROSS, invoice.grossAmount());
        sheet.value(row, 8, words.paymentMethod());
        day(sheet, row, 9, invoice.dueOn());
        sheet.value(row, 10, FrenchWords.origin(invoice));
        sheet.value(row, 11, text(invoice.customerCode()));
        sheet.value(row, 12, FrenchWords.kind(invoice));
        sheet.value(row, 13, FrenchWords.state(invoice));
        day(sheet, row, 14, invoice.periodFrom());
        day(sheet, row, 15, invoice.periodTo());
        sheet.value(row, 16, text(invoice.currency()));
        sheet.value(row, 17, text(invoice.reference()));
        sheet.value(row, 18, invoice.id().toString());
    }

    private static void totalRow(Worksheet sheet, int row) {
        sheet.value(row, 0, "TOTAL");
        for (int column : new int[] {NET, VAT, GROSS}) {
            char letter = (char) ('A' + column);
            String sum = row == 1 ? "0" : "SUM(%c2:%c%d)".formatted(letter, letter, row);
            sheet.formula(row, column, sum);
            sheet.style(row, column).format(AMOUNT).bold().set();
        }
        sheet.style(row, 0).bold().set();
        sheet.setAutoFilter(0, 0, Math.max(row - 1, 0), HEADINGS.size() - 1);
    }

    /** A text cell is typed as text, so nothing in it is run; what XML forbids would make the file unreadable. */
    static String text(String value) {
        String text = value == null ? "" : FORBIDDEN.matcher(value).replaceAll("");
        return text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL);
    }

    static void amount(Worksheet sheet, int row, int column, BigDecimal value) {
        sheet.value(row, column, value);
        sheet.style(row, column).format(AMOUNT).set();
    }

    private static void day(Worksheet sheet, int row, int column, LocalDate value) {
        if (value != null) {
            sheet.value(row, column, value);
            sheet.style(row, column).format(DAY).set();
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
