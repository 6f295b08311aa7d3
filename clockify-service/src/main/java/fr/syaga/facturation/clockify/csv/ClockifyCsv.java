package fr.syaga.facturation.clockify.csv;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;

/**
 * A CSV export of Clockify on disk, read as often as needed and never whole: the detailed report, or the form with a preamble
 * and a TOTAL row. Anything else is refused whole.
 */
final class ClockifyCsv {

    private static final int PREAMBLE_RECORDS = 30;

    private final CsvFile file;
    private final CsvHeading heading;
    private final long headingLine;

    ClockifyCsv(Path path) {
        this.file = new CsvFile(path);
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
    void forEachRow(BiConsumer<Long, List<String>> row, Consumer<List<String>> total) {
        file.each(csv -> {
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
        return fields.stream().allMatch(PlainText::isBlank);
    }

    private boolean isTotal(List<String> fields) {
        return heading.cell(fields, CsvColumn.START_DATE) == null
                && fields.stream()
                        .anyMatch(cell -> PlainText.withPlainSpaces(cell)
                                .strip()
                                .toUpperCase(Locale.ROOT)
                                .matches("TOTAL\\s*:?"));
    }

    private Heading findHeading() {
        Heading[] found = new Heading[1];
        int[] seen = {0};
        file.each(csv -> {
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
}
