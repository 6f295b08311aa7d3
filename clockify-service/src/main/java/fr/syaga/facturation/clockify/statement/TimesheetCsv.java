package fr.syaga.facturation.clockify.statement;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;

import fr.syaga.facturation.clockify.french.FrenchText;
import fr.syaga.facturation.clockify.timesheet.Hours;
import fr.syaga.facturation.clockify.timesheet.TimeEntryView;

/** A timesheet as a French spreadsheet opens it with a double click: a BOM, semicolons, decimal commas. */
final class TimesheetCsv {

    private static final String BOM = "\uFEFF";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String FORMULA_STARTS = "=+-@\t\r";

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
            timesheet.entries().forEach(entry -> csv.writeRecord(record(entry, "", zone)));
            timesheet.late().forEach(entry -> csv.writeRecord(record(entry, month(entry, zone), zone)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Late time names the month that it is of. */
    private static String month(TimeEntryView entry, ZoneId zone) {
        return FrenchText.month(YearMonth.from(entry.start().atZone(zone)));
    }

    private static List<String> record(TimeEntryView entry, String lateOf, ZoneId zone) {
        ZonedDateTime start = entry.start().atZone(zone);
        ZonedDateTime end = entry.end().atZone(zone);
        return List.of(
                DAY.format(start),
                TIME.format(start),
                TIME.format(end),
                text(entry.userName()),
                text(entry.projectName()),
                text(entry.taskName()),
                text(entry.description()),
                entry.category().name(),
                Hours.of(entry.seconds()).toPlainString().replace('.', ','),
                lateOf);
    }

    /** A text that a spreadsheet would take for a formula stays a text. */
    private static String text(String value) {
        if (value == null) {
            return "";
        }
        return FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
    }
}
