package fr.syaga.facturation.invoice.history;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.siegmar.fastcsv.reader.CsvRecord;

import fr.syaga.facturation.edge.Rejection;

/**
 * A quote that opens in one row of the list and closes in a later one: by the rules of CSV all rows between are one cell, and their
 * documents would be gone without a word. A cell with a line break alone is an odd cell; one that holds a row is an open quote.
 */
final class OpenQuote {

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\n\\r]");

    /** The rest of a row or the beginning of one. */
    private static final Pattern ROW = Pattern.compile("(?s).*;.*|\\s*[FfAa]\\s*20\\d{4}.*");

    private OpenQuote() {}

    /** @throws Rejection 422 that names the line where the quote opens */
    static void refuse(CsvRecord row, int columns) {
        long line = row.getStartingLineNumber();
        for (String cell : row.getFields()) {
            if (isOneLine(cell)) {
                continue;
            }
            Matcher end = LINE_END.matcher(cell);
            if (end.find()
                    && (row.getFieldCount() > columns
                            || ROW.matcher(cell.substring(end.end())).matches())) {
                throw Rejection.unusableFile(
                        "not-the-list",
                        "The quote that opens in line %d has no end in its row, so that the rows after it would be lost. Close it or take it out. Nothing was imported."
                                .formatted(line));
            }
            line += ends(cell);
        }
    }

    /** How many lines of the file a row takes. */
    static long lines(CsvRecord row) {
        return 1 + row.getFields().stream().mapToLong(OpenQuote::ends).sum();
    }

    private static long ends(String cell) {
        return isOneLine(cell) ? 0 : LINE_END.matcher(cell).results().count();
    }

    /** Nearly every cell is: no pattern has to be tried. */
    private static boolean isOneLine(String cell) {
        return cell.indexOf('\n') < 0 && cell.indexOf('\r') < 0;
    }
}
