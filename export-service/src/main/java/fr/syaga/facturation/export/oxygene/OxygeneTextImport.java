package fr.syaga.facturation.export.oxygene;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

/** A file for Oxygène's text import: ISO-8859-1, semicolons, CRLF, a first row of column codes. */
public final class OxygeneTextImport {

    private OxygeneTextImport() {}

    public static byte[] write(List<String> columns, List<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(columns);
            rows.forEach(
                    row -> csv.writeRecord(row.stream().map(OxygeneText::plain).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
