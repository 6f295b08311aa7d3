package fr.syaga.facturation.clockify.report;

import java.math.BigDecimal;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.qute.Location;
import io.quarkus.qute.RawString;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;

import fr.syaga.facturation.clockify.doubt.DoubtView;
import fr.syaga.facturation.clockify.french.FrenchText;

/** The day's report for a person, in French: as HTML around a chart, and as plain text. What people typed stays text. */
@ApplicationScoped
class DailyReportPage {

    private final Template html;
    private final Template text;

    DailyReportPage(@Location("daily-report.html") Template html, @Location("daily-report.txt") Template text) {
        this.html = html;
        this.text = text;
    }

    static String title(DailyReport report) {
        return "Rapport de facturation du " + FrenchText.longDay(report.date());
    }

    /** @param chart an element that shows the chart: drawn in place, or a picture that comes along */
    String html(DailyReport report, String chart) {
        return filled(html, report).data("chart", new RawString(chart)).render();
    }

    String text(DailyReport report) {
        return filled(text, report).render();
    }

    private static TemplateInstance filled(Template template, DailyReport report) {
        return template.data("report", report).data("title", title(report));
    }

    /** {@code {doubt.french}}: why some time cannot be, in a sentence. */
    @TemplateExtension
    static String french(DoubtView doubt) {
        return doubt.other() == null
                ? "%s : %s, soit %s h de plus que la durée possible d'une saisie."
                        .formatted(doubt.entry().userName(), words(doubt.entry()), FrenchText.number(doubt.hours()))
                : "%s : %s et %s, dont %s h en même temps."
                        .formatted(
                                doubt.entry().userName(),
                                words(doubt.entry()),
                                words(doubt.other()),
                                FrenchText.number(doubt.hours()));
    }

    private static String words(DoubtView.Time time) {
        return "%s h le %s (%s)"
                .formatted(
                        FrenchText.number(time.hours()),
                        FrenchText.day(time.day()),
                        time.description() == null ? "sans texte" : time.description());
    }

    /** {@code {report.openNet.french}}: a figure as it is written in French. */
    @TemplateExtension
    static String french(BigDecimal figure) {
        return FrenchText.number(figure);
    }
}
