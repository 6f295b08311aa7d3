package fr.syaga.facturation.clockify.csv;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.edge.Rejection;

/** Where each column stands in a file: columns are found by name and never by position. */
final class CsvHeading {

    private final Map<CsvColumn, Integer> positions;

    private CsvHeading(Map<CsvColumn, Integer> positions) {
        this.positions = positions;
    }

    /** The heading, when this record is one: it names a start date and a start time. */
    static Optional<CsvHeading> in(List<String> fields) {
        Map<CsvColumn, Integer> positions = new EnumMap<>(CsvColumn.class);
        for (int i = 0; i < fields.size(); i++) {
            int position = i;
            CsvColumn.of(fields.get(i)).ifPresent(column -> positions.putIfAbsent(column, position));
        }
        return positions.containsKey(CsvColumn.START_DATE) && positions.containsKey(CsvColumn.START_TIME)
                ? Optional.of(new CsvHeading(positions))
                : Optional.empty();
    }

    /** Refuses a file whose rows could not be told apart from entries that are known already: they would be billed twice. */
    void requireColumns() {
        boolean ends = has(CsvColumn.END_DATE) && has(CsvColumn.END_TIME);
        if (!ends && !has(CsvColumn.DURATION) && !has(CsvColumn.DURATION_DECIMAL)) {
            throw missing("End Date and End Time, or Duration (h)");
        }
        if (!has(CsvColumn.USER) && !has(CsvColumn.EMAIL)) {
            throw missing("User or Email");
        }
        if (!has(CsvColumn.PROJECT)) {
            throw missing("Project");
        }
        if (!has(CsvColumn.DESCRIPTION)) {
            throw missing("Description");
        }
    }

    private static Rejection missing(String columns) {
        return Rejection.unusableFile(
                "missing-columns",
                "The export lacks the column %s; show it in Clockify under Export, Customize, and export again."
                        .formatted(columns));
    }

    boolean has(CsvColumn column) {
        return positions.containsKey(column);
    }

    /**
     * The cell as plain text, or null when the file has no such column or the cell is blank. What is no free text is read by its
     * words and figures: every kind of space in it is a plain one.
     */
    String cell(List<String> fields, CsvColumn column) {
        Integer position = positions.get(column);
        if (position == null || position >= fields.size()) {
            return null;
        }
        String text = PlainText.clean(fields.get(position));
        if (PlainText.isBlank(text)) {
            return null;
        }
        return column.isFreeText() ? text : PlainText.withPlainSpaces(text).strip();
    }
}
