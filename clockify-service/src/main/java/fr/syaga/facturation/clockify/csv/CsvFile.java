package fr.syaga.facturation.clockify.csv;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.UploadedText;

/** A file of records on disk as somebody saved it: with which letters, which separator, with or without a byte order mark. */
final class CsvFile {

    private static final int LINES_BEFORE_THE_HEADING = 30;

    private final Path file;
    private final UploadedText text;
    private final char separator;

    CsvFile(Path file) {
        this.file = file;
        this.text = UploadedText.of(file, CsvFile::refused);
        this.separator = separator();
    }

    /** Hands over record by record, to the end or until the reader returns false. */
    void each(Predicate<CsvRecord> goOn) {
        CsvRecord last = null;
        try (Reader letters = text.reader();
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(separator)
                        .detectBomHeader(false)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(letters)) {
            for (CsvRecord csv : records) {
                if (!goOn.test(csv)) {
                    return;
                }
                last = csv;
            }
        } catch (CsvParseException e) {
            throw refused("The file is no well-formed CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        refuseAnOpenQuote(last);
    }

    /** A quote that is never closed swallows every row below it, and none of them may be forgotten in silence. */
    private void refuseAnOpenQuote(CsvRecord last) {
        if (last == null || !last.getField(last.getFieldCount() - 1).contains("\n") || endsWithAQuote()) {
            return;
        }
        throw refused("The quote that is opened in line %d is never closed; close it, or export the report again."
                .formatted(last.getStartingLineNumber()));
    }

    private boolean endsWithAQuote() {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
            for (long at = bytes.length() - 1; at >= 0; at--) {
                bytes.seek(at);
                int here = bytes.read();
                if (here != 0 && !Character.isWhitespace(here)) {
                    return here == '"';
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private char separator() {
        try (BufferedReader lines = text.reader()) {
            String heading = lines.lines()
                    .limit(LINES_BEFORE_THE_HEADING)
                    .filter(line -> PlainText.withPlainSpaces(line)
                            .toLowerCase(Locale.ROOT)
                            .matches(".*(start date|date de début).*"))
                    .findFirst()
                    .orElse("");
            return Stream.of(';', '\t')
                    .filter(candidate -> count(heading, candidate) > count(heading, ','))
                    .findFirst()
                    .orElse(',');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }

    private static Rejection refused(String sentence) {
        return Rejection.unusableFile("not-a-time-export", sentence);
    }
}
