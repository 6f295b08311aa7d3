package fr.syaga.facturation.clockify.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import fr.syaga.facturation.clockify.timesheet.EntryStatus;

/** Reads from a row what Clockify says beside the time: type, invoiced, approved. */
final class CsvStatus {

    private static final Set<String> NO = Set.of("no", "non", "false", "0", "-", "uninvoiced", "not invoiced");
    private static final Set<String> YES = Set.of("yes", "oui", "true", "1", "invoiced");

    private CsvStatus() {}

    /** An invoice that is named is one, also where the column Invoiced is hidden or holds the name itself. */
    static EntryStatus of(CsvHeading heading, List<String> fields) {
        String invoiced = statedValue(heading.cell(fields, CsvColumn.INVOICED));
        String id = statedValue(heading.cell(fields, CsvColumn.INVOICE_ID));
        boolean named = invoiced != null && !YES.contains(invoiced.toLowerCase(Locale.ROOT));
        return new EntryStatus(
                heading.cell(fields, CsvColumn.TYPE),
                invoiced != null,
                id == null && named ? invoiced : id,
                heading.cell(fields, CsvColumn.APPROVAL));
    }

    private static String statedValue(String cell) {
        return cell == null || NO.contains(cell.strip().toLowerCase(Locale.ROOT)) ? null : cell.strip();
    }
}
