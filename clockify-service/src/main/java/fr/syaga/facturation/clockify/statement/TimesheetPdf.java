package fr.syaga.facturation.clockify.statement;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import fr.syaga.facturation.typefaces.Typefaces;

/** A timesheet as a PDF that carries its font and looks the same wherever it is opened. */
@ApplicationScoped
class TimesheetPdf {

    /** Comes with the PDF library and has every French letter and the euro sign. */
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private static final String NAME = "Body";

    private final Template template;
    private final byte[] font = font();
    private final Typefaces typefaces = new Typefaces("'%s'".formatted(NAME), font);

    TimesheetPdf(@Location("timesheet.html") Template template) {
        this.template = template;
    }

    private static byte[] font() {
        try (InputStream in = TimesheetPdf.class.getResourceAsStream(FONT)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] of(Timesheet timesheet, ZoneId zone) {
        String page = template.data("timesheet", timesheet)
                .data("month", FrenchText.month(timesheet.month()))
                .data("rows", Row.of(Stretch.of(timesheet.entries(), zone)))
                .data("lateRows", Row.of(Stretch.of(timesheet.late(), zone)))
                .data("own", FrenchText.number(timesheet.facturableHours().subtract(timesheet.lateHours())))
                .data("late", FrenchText.number(timesheet.lateHours()))
                .data("facturable", FrenchText.number(timesheet.facturableHours()))
                .data("forfait", FrenchText.number(timesheet.forfaitHours()))
                .render();
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.useFont(() -> new ByteArrayInputStream(font), NAME, 400, FontStyle.NORMAL, true);
            builder.withHtmlContent(typefaces.prepare(page, builder), null)
                    .toStream(out)
                    .run();
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

        private static List<Row> of(List<Stretch> stretches) {
            return stretches.stream().map(Row::of).toList();
        }

        private static Row of(Stretch stretch) {
            return new Row(
                    FrenchText.day(stretch.from()),
                    FrenchText.time(stretch.from()),
                    FrenchText.time(stretch.to()),
                    stretch.entry().userName(),
                    stretch.entry().projectName(),
                    stretch.entry().description(),
                    stretch.category() == Category.FACTURABLE ? "Facturable" : "Forfait",
                    FrenchText.hours(stretch.seconds()));
        }
    }
}
