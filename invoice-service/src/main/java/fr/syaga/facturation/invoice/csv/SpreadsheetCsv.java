package fr.syaga.facturation.invoice.csv;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import jakarta.ws.rs.core.Response;

import de.siegmar.fastcsv.writer.CsvWriter;

import fr.syaga.facturation.edge.SpreadsheetText;

/** A CSV as a French spreadsheet opens it: a byte order mark, semicolons, decimal commas, dates by day, and no cell that computes. */
public final class SpreadsheetCsv {

    public static final String MEDIA_TYPE = "text/csv; charset=UTF-8";

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd/MM/yyyy");

    private final StringWriter text = new StringWriter().append(BYTE_ORDER_MARK);
    private final CsvWriter csv =
            CsvWriter.builder().fieldSeparator(';').bufferSize(0).build(text);

    public SpreadsheetCsv(String... headings) {
        csv.writeRecord(headings);
    }

    /** Adds a row of texts, amounts, dates and numbers; null is an empty cell. */
    public SpreadsheetCsv row(Object... cells) {
        List<String> written = new ArrayList<>();
        Arrays.stream(cells).map(SpreadsheetCsv::cell).forEach(written::add);
        csv.writeRecord(written);
        return this;
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal amount) {
            return amount.toPlainString().replace('.', ',');
        }
        if (value instanceof LocalDate date) {
            return DATE.format(date);
        }
        return SpreadsheetText.cell(value.toString());
    }

    /** An answer that a browser saves under this name; what a file's name cannot hold becomes a low line. */
    public Response download(String fileName) {
        String safe = fileName.replaceAll("[^0-9A-Za-z._-]", "_");
        return Response.ok(text.toString())
                .header("Content-Disposition", "attachment; filename=\"" + safe + "\"")
                .build();
    }
}
