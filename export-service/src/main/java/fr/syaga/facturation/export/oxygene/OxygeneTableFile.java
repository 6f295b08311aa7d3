package fr.syaga.facturation.export.oxygene;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.UploadedText;

/**
 * A table as Oxygène's "Exportation de données" writes it: semicolons, a first row of column codes, ISO-8859-1 (UTF-8 is read
 * too). Only code and designation are of interest.
 */
final class OxygeneTableFile {

    private static final String CODE = "CODE";
    private static final String LABEL = "DESIG";

    private final SortedMap<String, String> labels = new TreeMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int rows;

    private OxygeneTableFile() {}

    /** A row that was left out. */
    public record Rejected(long line, String reason) {}

    /** @throws Rejection 422 when it is no such file */
    static OxygeneTableFile read(Path file) throws IOException {
        OxygeneTableFile table = new OxygeneTableFile();
        try (CsvReader<NamedCsvRecord> records = CsvReader.builder()
                .fieldSeparator(';')
                .ofNamedCsvRecord(UploadedText.of(file, why -> unusable()).reader())) {
            records.forEach(table::take);
        } catch (CsvParseException e) {
            throw unusable();
        }
        if (table.rows == 0) {
            throw unusable();
        }
        return table;
    }

    private void take(NamedCsvRecord row) {
        rows++;
        if (!row.getHeader().contains(CODE)) {
            throw unusable();
        }
        String code = row.findField(CODE).map(String::strip).orElse("");
        if (code.isEmpty()) {
            rejected.add(new Rejected(row.getStartingLineNumber(), "has no CODE"));
        } else if (labels.containsKey(code)) {
            rejected.add(new Rejected(row.getStartingLineNumber(), "repeats the code " + code));
        } else {
            labels.put(
                    code,
                    Optional.ofNullable(row.findField(LABEL).orElse(null))
                            .orElse("")
                            .strip());
        }
    }

    private static Rejection unusable() {
        return Rejection.unusableFile(
                "not-a-table",
                "This is no table of Oxygène: rows with semicolons under a first row of column codes, one of them CODE.");
    }

    SortedMap<String, String> labels() {
        return labels;
    }

    List<Rejected> rejected() {
        return rejected;
    }

    int rows() {
        return rows;
    }
}
