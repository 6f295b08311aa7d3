package fr.syaga.facturation.local.demo;

import java.nio.charset.StandardCharsets;

/** What a person looks at: the day's report with its chart, and an invoice on paper. Both need fonts where the services run. */
final class Papers {

    private final Api invoice;
    private final Api clockify;
    private final Api export;
    private final Expected expected;
    private final Figures figures;

    Papers(Target target, Expected expected, Figures figures) {
        this.invoice = new Api(target.invoice(), target.token());
        this.clockify = new Api(target.clockify(), target.token());
        this.export = new Api(target.export(), target.token());
        this.expected = expected;
        this.figures = figures;
    }

    void look() {
        figures.title("Papers");
        String page = new String(
                clockify.bytes("/reports/daily?date=" + expected.when("timeTo"), "text/html"), StandardCharsets.UTF_8);
        figures.check("report.chart", "drawn", page.contains("<svg") && page.contains("</text>") ? "drawn" : "missing");
        String id = invoice.get("/invoices?origin=TIME&limit=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        byte[] pdf = export.bytes("/invoices/" + id + "/preview.pdf", "application/pdf");
        figures.check("invoice.paper", "%PDF-", new String(pdf, 0, 5, StandardCharsets.US_ASCII));
    }
}
