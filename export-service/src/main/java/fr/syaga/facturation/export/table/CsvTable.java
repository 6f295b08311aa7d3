package fr.syaga.facturation.export.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import fr.syaga.facturation.edge.SpreadsheetText;
import fr.syaga.facturation.export.document.DocumentSet;
import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.document.Renderer;
import fr.syaga.facturation.export.french.FrenchWords;
import fr.syaga.facturation.export.invoicing.Invoice;

/**
 * One row an invoice and nothing after, as a French Excel opens it with a double click: UTF-8 with BOM, semicolons, CRLF,
 * decimal comma. The user's eleven columns come first and never change their order; ours follow.
 */
@Singleton
public final class CsvTable implements Renderer {

    public static final List<String> COLUMNS = List.of(
            "type",
            "numero",
            "date_facture",
            "client",
            "description",
            "montant_ht",
            "montant_tva",
            "montant_ttc",
            "mode_paiement",
            "echeance",
            "status",
            "code_client",
            "nature",
            "etat",
            "periode_du",
            "periode_au",
            "devise",
            "reference",
            "id");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final TableWords words;

    public CsvTable(TableWords words) {
        this.words = words;
    }

    @Override
    public Format format() {
        return Format.CSV;
    }

    @Override
    public void write(DocumentSet documents, Path file) throws IOException {
        try (BufferedWriter text = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            text.write(BYTE_ORDER_MARK);
            try (CsvWriter rows = CsvWriter.builder()
                    .fieldSeparator(';')
                    .lineDelimiter(LineDelimiter.CRLF)
                    .build(text)) {
                rows.writeRecord(COLUMNS);
                documents.forEach(invoice -> rows.writeRecord(row(invoice)));
            }
        }
    }

    private List<String> row(Invoice invoice) {
        return List.of(
                FrenchWords.type(invoice),
                text(FrenchWords.number(invoice)),
                day(invoice.issuedOn()),
                text(invoice.customerName()),
                text(FrenchWords.description(invoice)),
                amount(invoice.netAmount()),
                amount(invoice.vatAmount()),
                amount(invoice.grossAmount()),
                words.paymentMethod(),
                day(invoice.dueOn()),
                FrenchWords.origin(invoice),
                text(invoice.customerCode()),
                FrenchWords.kind(invoice),
                FrenchWords.state(invoice),
                day(invoice.periodFrom()),
                day(invoice.periodTo()),
                text(invoice.currency()),
                text(invoice.reference()),
                invoice.id().toString());
    }

    /** Text that a spreadsheet shows and never runs, on one line: what reads line by line finds an invoice in each. */
    public static String text(String value) {
        return value == null ? "" : SpreadsheetText.cell(LINE_END.matcher(value).replaceAll(" "));
    }

    private static String amount(BigDecimal value) {
        return value.toPlainString().replace('.', ',');
    }

    private static String day(LocalDate value) {
        return value == null ? "" : value.format(DAY);
    }
}
