package fr.syaga.facturation.clockify.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;

import fr.syaga.facturation.edge.Rejection;

/**
 * A CSV export of Clockify on disk, read as often as needed and never whole: the detailed report, or the form with a preamble
 * and a TOTAL row. Anything else is refused whole.
 */
final class ClockifyCsv {

    private static final int PREAMBLE_RECORDS = 30;
    private static final char BOM = '\uFEFF';

    private final Path file;
    private final Charset charset;
    private final char separator;
    private final CsvHeading heading;
    private final long headingLine;

    ClockifyCsv(Path file) {
        this.file = file;
        refuseOtherKinds();
        this.charset = charset();
        this.separator = separator();
        Heading found = findHeading();
        this.heading = found.heading();
        this.headingLine = found.line();
        heading.requireColumns();
    }

    private record Heading(CsvHeading heading, long line) {}

    CsvHeading heading() {
        return heading;
    }

    /** Hands over the rows below the heading with their line numbers; blank ones and the TOTAL row go elsewhere. */
    void forEachRow(BiConsumer<Long, List<String>> row, java.util.function.Consumer<List<String>> total) {
        each(csv -> {
            if (csv.getStartingLineNumber() <= headingLine || isBlank(csv.getFields())) {
                return true;
            }
            if (isTotal(csv.getFields())) {
                total.accept(csv.getFields());
            } else {
                row.accept(csv.getStartingLineNumber(), csv.getFields());
            }
            return true;
        });
    }

    private static boolean isBlank(List<String> fields) {
        return fields.stream().allMatch(String::isBlank);
    }

    private boolean isTotal(List<String> fields) {
        return heading.cell(fields, CsvColumn.START_DATE) == null
                && fields.stream()
                        .anyMatch(cell -> cell.strip().toUpperCase(Locale.ROOT).matches("TOTAL\\s*:?"));
    }

    private Heading findHeading() {
        Heading[] found = new Heading[1];
        int[] seen = {0};
        each(csv -> {
            Optional<CsvHeading> here = CsvHeading.in(csv.getFields());
            here.ifPresent(columns -> found[0] = new Heading(columns, csv.getStartingLineNumber()));
            return found[0] == null && ++seen[0] < PREAMBLE_RECORDS;
        });
        if (found[0] == null) {
            throw Rejection.unusableFile(
                    "not-a-time-export",
                    "This is no export of time entries: no line names Start Date and Start Time. In Clockify choose Reports,"
                            + " Detailed, Export, CSV; a summary has no times.");
        }
        return found[0];
    }

    private void each(java.util.function.Predicate<CsvRecord> goOn) {
        try (Reader text = Files.newBufferedReader(file, charset);
                CsvReader<CsvRecord> records = CsvReader.builder()
                        .fieldSeparator(separator)
                        .detectBomHeader(false)
                        .skipEmptyLines(true)
                        .allowExtraFields(true)
                        .allowMissingFields(true)
                        .allowExtraCharsAfterClosingQuote(true)
                        .ofCsvRecord(withoutBom(text))) {
            for (CsvRecord csv : records) {
                if (!goOn.test(csv)) {
                    return;
                }
            }
        } catch (CsvParseException e) {
            throw Rejection.unusableFile("not-a-time-export", "The file is no well-formed CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader withoutBom(Reader text) throws IOException {
        text.mark(1);
        if (text.read() != BOM) {
            text.reset();
        }
        return text;
    }

    /** A spreadsheet or a PDF may sit under a name that ends in csv. */
    private void refuseOtherKinds() {
        try (java.io.InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(5), StandardCharsets.ISO_8859_1);
            if (start.startsWith("PK") || start.startsWith("%PDF")) {
                throw Rejection.unusableFile(
                        "not-a-time-export", "This is an Excel or PDF file; export the report as CSV instead.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** UTF-8 as Clockify writes it; what is not UTF-8 was saved by a French Excel. */
    private Charset charset() {
        try (Reader text = new java.io.InputStreamReader(
                Files.newInputStream(file),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            text.transferTo(java.io.Writer.nullWriter());
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            return Charset.forName("windows-1252");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private char separator() {
        try (java.io.BufferedReader lines = Files.newBufferedReader(file, charset)) {
            return lines.lines()
                    .limit(PREAMBLE_RECORDS)
                    .filter(line -> line.toLowerCase(Locale.ROOT).matches(".*(start date|date de début).*"))
                    .findFirst()
                    .filter(line -> count(line, ';') > count(line, ','))
                    .map(line -> ';')
                    .orElse(',');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long count(String line, char wanted) {
        return line.chars().filter(c -> c == wanted).count();
    }
}
