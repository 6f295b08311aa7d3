package fr.syaga.facturation.clockify.statement;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import fr.syaga.facturation.clockify.french.FrenchText;
import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.edge.SpreadsheetText;

/** A timesheet as a French spreadsheet opens it with a double click: a BOM, semicolons, decimal commas. */
final class TimesheetCsv {

    private static final String BOM = "\uFEFF";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private TimesheetCsv() {}

    static String of(Timesheet timesheet, ZoneId zone) {
        StringWriter text = new StringWriter().append(BOM);
        try (CsvWriter csv = CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            csv.writeRecord(
                    "date",
                    "debut",
                    "fin",
                    "intervenant",
                    "projet",
                    "tache",
                    "description",
                    "categorie",
                    "heures",
                    "regularisation");
            Stretch.of(timesheet.entries(), zone).forEach(stretch -> csv.writeRecord(record(stretch, "")));
            Stretch.of(timesheet.late(), zone)
                    .forEach(stretch ->
                            csv.writeRecord(record(stretch, FrenchText.month(YearMonth.from(stretch.from())))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** @param lateOf the month that late time is of */
    private static List<String> record(Stretch stretch, String lateOf) {
        TimeEntryView entry = stretch.entry();
        return List.of(
                DAY.format(stretch.from()),
                TIME.format(stretch.from()),
                TIME.format(stretch.to()),
                SpreadsheetText.cell(entry.userName()),
                SpreadsheetText.cell(entry.projectName()),
                SpreadsheetText.cell(entry.taskName()),
                SpreadsheetText.cell(entry.description()),
                stretch.category().name(),
                Hours.of(stretch.seconds()).toPlainString().replace('.', ','),
                lateOf);
    }
}
