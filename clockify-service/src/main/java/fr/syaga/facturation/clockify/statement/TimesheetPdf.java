package fr.syaga.facturation.clockify.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;

import fr.syaga.facturation.clockify.french.FrenchText;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntryView;

/** A timesheet as a PDF that carries its font and looks the same wherever it is opened. */
@ApplicationScoped
class TimesheetPdf {

    /** Comes with the PDF library and has every French letter and the euro sign. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final Template template;

    TimesheetPdf(@Location("timesheet.html") Template template) {
        this.template = template;
    }

    byte[] of(Timesheet timesheet, ZoneId zone) {
        String page = template.data("timesheet", timesheet)
                .data("month", FrenchText.month(timesheet.month()))
                .data("rows", Row.of(timesheet.entries(), zone))
                .data("lateRows", Row.of(timesheet.late(), zone))
                .data("own", FrenchText.number(timesheet.facturableHours().subtract(timesheet.lateHours())))
                .data("late", FrenchText.number(timesheet.lateHours()))
                .data("facturable", FrenchText.number(timesheet.facturableHours()))
                .data("forfait", FrenchText.number(timesheet.forfaitHours()))
                .render();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(() -> getClass().getResourceAsStream(FONT), "Body", 400, FontStyle.NORMAL, true);
            builder.withHtmlContent(page, null).toStream(out).run();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One printed row. */
    record Row(
            String day,
            String from,
            String to,
            String person,
            String project,
            String text,
            String category,
            String hours) {

        private static List<Row> of(List<TimeEntryView> entries, ZoneId zone) {
            return entries.stream().map(entry -> of(entry, zone)).toList();
        }

        private static Row of(TimeEntryView entry, ZoneId zone) {
            return new Row(
                    FrenchText.day(entry.start().atZone(zone)),
                    FrenchText.time(entry.start().atZone(zone)),
                    FrenchText.time(entry.end().atZone(zone)),
                    entry.userName(),
                    entry.projectName(),
                    entry.description(),
                    entry.category() == Category.FACTURABLE ? "Facturable" : "Forfait",
                    FrenchText.hours(entry.seconds()));
        }
    }
}
