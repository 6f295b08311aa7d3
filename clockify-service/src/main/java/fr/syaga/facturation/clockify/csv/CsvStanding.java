package fr.syaga.facturation.clockify.csv;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import fr.syaga.facturation.clockify.timesheet.Standing;

/** Reads from a row what Clockify says beside the time: type, invoiced, approved. */
final class CsvStanding {

    private static final Set<String> NO = Set.of("no", "non", "false", "0", "-", "uninvoiced", "not invoiced");
    private static final Set<String> YES = Set.of("yes", "oui", "true", "1", "invoiced");

    private CsvStanding() {}

    /** An invoice that is named is one, also where the column Invoiced is hidden or holds the name itself. */
    static Standing of(CsvHeading heading, List<String> fields) {
        String invoiced = said(heading.cell(fields, CsvColumn.INVOICED));
        String id = said(heading.cell(fields, CsvColumn.INVOICE_ID));
        boolean named = invoiced != null && !YES.contains(invoiced.toLowerCase(Locale.ROOT));
        return new Standing(
                heading.cell(fields, CsvColumn.TYPE),
                invoiced != null,
                id == null && named ? invoiced : id,
                heading.cell(fields, CsvColumn.APPROVAL));
    }

    private static String said(String cell) {
        return cell == null || NO.contains(cell.strip().toLowerCase(Locale.ROOT)) ? null : cell.strip();
    }
}
