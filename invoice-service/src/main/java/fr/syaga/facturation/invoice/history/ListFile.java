package fr.syaga.facturation.invoice.history;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.UploadedText;

/**
 * The file of Oxygène's list "Factures clients": semicolons, a heading row, ISO-8859-1 or UTF-8 with or without a mark, found
 * by looking. It is read row by row, never as a whole; a file that is something else is refused whole.
 */
final class ListFile {

    private static final int LONGEST_FIELD = 65_536;
    private static final int PROBE = 8_192;
    private static final char LAST_OF_ASCII = '~';

    /** The columns that a row cannot do without, as {@link #folded}. */
    private static final List<String> REQUIRED = List.of("numero", "client", "date", "total ht", "total ttc");

    private final UploadedText text;

    private ListFile(UploadedText text) {
        this.text = text;
    }

    /** One row: its line in the file, its cells by the folded name of their column, and whether it lacks the last ones. */
    record Row(long line, Map<String, String> cells, boolean isCutOff) {

        /** The cell as plain text, whatever its spaces are, without outer ones; empty when the row or the file has none. */
        String cell(String column) {
            return plain(cells.getOrDefault(column, ""));
        }
    }

    /** @throws Rejection 422 when the file holds bytes that no text has */
    static ListFile open(Path file) {
        try {
            refuseBinary(file);
            return new ListFile(UploadedText.of(file, why -> Rejection.unusableFile("not-text", why)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hands over every row below the headings; an empty one is no row. @throws Rejection 422 when it is not the list */
    void forEach(Consumer<Row> reader) {
        long next = 1;
        try (Reader letters = text.reader();
                CsvReader<CsvRecord> rows = CsvReader.builder()
                        .fieldSeparator(';')
                        .maxBufferSize(LONGEST_FIELD)
                        .skipEmptyLines(false)
                        .allowUnclosedQuote(false)
                        .allowMissingFields(true)
                        .allowExtraFields(true)
                        .ofCsvRecord(letters)) {
            Map<String, Integer> columns = null;
            for (CsvRecord row : rows) {
                OpenQuote.refuse(row, columns == null ? 1 : columns.size());
                next = row.getStartingLineNumber() + OpenQuote.lines(row);
                if (row.getFields().stream().allMatch(PlainText::isBlank)) {
                    continue;
                }
                if (columns == null) {
                    columns = columns(row);
                } else {
                    reader.accept(row(row, columns));
                }
            }
            if (columns == null) {
                throw Rejection.unusableFile("empty-file", "The file is empty.");
            }
        } catch (CsvParseException e) {
            throw Rejection.unusableFile(
                    "not-the-list",
                    "The file cannot be read as a list with semicolons: a field or a row has no end. It begins in line %d: look there for a quote that is not closed, or stands amid a text, and correct it. Nothing was imported."
                            .formatted(next));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> columns(CsvRecord headings) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < headings.getFieldCount(); i++) {
            columns.putIfAbsent(folded(headings.getField(i)), i);
        }
        List<String> missing =
                REQUIRED.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw Rejection.unusableFile(
                    "not-the-list",
                    "This is not Oxygène's list of invoices: the heading row lacks %s. Export the list \"Factures clients\" with its headings, separated by semicolons."
                            .formatted(String.join(", ", missing)));
        }
        return columns;
    }

    private static Row row(CsvRecord row, Map<String, Integer> columns) {
        Map<String, String> cells = new HashMap<>();
        columns.forEach((name, index) -> {
            if (index < row.getFieldCount()) {
                cells.put(name, row.getField(index));
            }
        });
        boolean cutOff = cells.size() < columns.size()
                && columns.entrySet().stream()
                        .anyMatch(column -> column.getValue() >= row.getFieldCount()
                                && !column.getKey().isEmpty());
        return new Row(row.getStartingLineNumber(), cells, cutOff);
    }

    private static String plain(String cell) {
        if (cell.chars().allMatch(each -> each >= ' ' && each <= LAST_OF_ASCII)) {
            return cell.strip();
        }
        String text = PlainText.orNull(PlainText.withPlainSpaces(cell));
        return text == null ? "" : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    /** A heading without case, accents and outer spaces. */
    private static String folded(String heading) {
        return Normalizer.normalize(plain(heading), Normalizer.Form.NFKD)
                .replaceAll("\\p{M}", "")
                .replaceAll("\\s+", " ")
                .toLowerCase(Locale.ROOT);
    }

    private static void refuseBinary(Path file) throws IOException {
        byte[] buffer = new byte[PROBE];
        try (var in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    if (buffer[i] == 0) {
                        throw Rejection.unusableFile(
                                "not-text",
                                "The file is no text: it holds NUL bytes, as UTF-16 does. Export the list as CSV in UTF-8 or ISO-8859-1.");
                    }
                }
            }
        }
    }
}
