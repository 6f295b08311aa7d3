package fr.syaga.facturation.clockify.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

import fr.syaga.facturation.clockify.timesheet.TimeEntryView;

/** The day's report as a page for a person: the figures, a bar for each customer's euros, and what waits for a decision. */
final class DailyReportPage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);
    private static final int BAR_WIDTH = 420;

    private DailyReportPage() {}

    static String of(DailyReport report) {
        return """
                <!DOCTYPE html>
                <html lang="fr"><head><meta charset="utf-8"><title>Rapport de facturation</title>
                <style>
                body{font:15px/1.5 system-ui,sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem;color:#222}
                table{border-collapse:collapse;margin:1rem 0}th,td{padding:.3rem .8rem;border-bottom:1px solid #ddd;text-align:right}
                th:first-child,td:first-child{text-align:left}
                </style></head><body>
                <h1>Rapport de facturation du %s</h1>
                %s
                <p>Récurrent du mois : <strong>%s €</strong> HT. Prévision du mois : <strong>%s €</strong> HT.</p>
                <h2>Facturable du mois par client</h2>
                %s
                <h2>À décider (%d)</h2>
                %s
                </body></html>
                """.formatted(
                        escape(DAY.format(report.date())),
                        figures(report),
                        number(report.recurringNet()),
                        number(report.monthForecast()),
                        bars(report.customers()),
                        report.uncategorised().size(),
                        open(report.uncategorised()));
    }

    private static String figures(DailyReport report) {
        return """
                <table><tr><th></th><th>Facturable (h)</th><th>Forfait (h)</th><th>Interne (h)</th><th>Facturable (€ HT)</th><th>Part facturable</th></tr>
                %s%s</table>""".formatted(row("Le jour", report.day()), row("Le mois à ce jour", report.month()));
    }

    private static String row(String name, Figures figures) {
        return "<tr><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td><td>%s</td></tr>%n"
                .formatted(
                        name,
                        number(figures.facturableHours()),
                        number(figures.forfaitHours()),
                        number(figures.interneHours()),
                        number(figures.netAmount()),
                        figures.billableShare() == null
                                ? "–"
                                : figures.billableShare().toPlainString().replace('.', ',') + " %");
    }

    /** A bar a customer, as long as its share of the largest; figures stand beside it, so that nothing hangs on the drawing. */
    private static String bars(List<DailyReport.CustomerFigures> customers) {
        List<DailyReport.CustomerFigures> billed = customers.stream()
                .filter(each -> each.month().netAmount().signum() > 0)
                .toList();
        BigDecimal most = billed.stream().map(each -> each.month().netAmount()).reduce(BigDecimal.ONE, BigDecimal::max);
        StringBuilder rows = new StringBuilder("<table>");
        for (DailyReport.CustomerFigures each : billed) {
            BigDecimal net = each.month().netAmount();
            int width = net.multiply(BigDecimal.valueOf(BAR_WIDTH))
                    .divide(most, 0, RoundingMode.HALF_UP)
                    .intValue();
            rows.append(
                    "<tr><td>%s</td><td style=\"text-align:left\"><svg width=\"%d\" height=\"14\" role=\"img\" aria-label=\"%s €\"><rect width=\"%d\" height=\"14\" fill=\"#2b6cb0\"/></svg></td><td>%s h</td><td>%s €</td></tr>%n"
                            .formatted(
                                    escape(each.customerCode() == null ? "(client inconnu)" : each.customerCode()),
                                    BAR_WIDTH,
                                    number(net),
                                    width,
                                    number(each.month().facturableHours()),
                                    number(net)));
        }
        return rows.append("</table>").toString();
    }

    private static String open(List<TimeEntryView> entries) {
        StringBuilder rows = new StringBuilder("<table>");
        for (TimeEntryView entry : entries) {
            rows.append(
                    "<tr><td>%s</td><td style=\"text-align:left\">%s</td><td style=\"text-align:left\">%s</td></tr>%n"
                            .formatted(escape(entry.userName()), escape(entry.description()), escape(entry.reason())));
        }
        return rows.append("</table>").toString();
    }

    private static String number(BigDecimal figure) {
        DecimalFormatSymbols french = DecimalFormatSymbols.getInstance(Locale.FRENCH);
        return new DecimalFormat("#,##0.00", french).format(figure);
    }

    /** What people typed into Clockify stays text. */
    private static String escape(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("'", "&#39;");
    }
}
