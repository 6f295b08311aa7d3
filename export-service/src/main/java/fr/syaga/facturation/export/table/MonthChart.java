package fr.syaga.facturation.export.table;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The revenue by month as columns: a chart over cells of the sheet by customer and month. The streaming library knows no charts,
 * and one that does would hold the whole workbook in memory; so the chart's own parts are put into the finished file.
 *
 * @param months the headings from the second column on
 * @param net the amounts under them in the total row
 * @param totalRow that row, counted from 0
 */
record MonthChart(String sheet, List<String> months, List<BigDecimal> net, int totalRow) {

    /** What the sheet's own part says of it, last of all; printed, it begins a page, so that none cuts it in two. */
    private static final String IN_SHEET = """
            <rowBreaks count="1" manualBreakCount="1"><brk id="%d" max="16383" man="1"/></rowBreaks>\
            <drawing xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId1"/>""";

    /** What the list of the parts' kinds says of it. */
    static final String IN_CONTENT_TYPES = """
            <Override PartName="/xl/drawings/drawing1.xml" ContentType="application/vnd.openxmlformats-officedocument.drawing+xml"/>\
            <Override PartName="/xl/charts/chart1.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.drawingml.chart+xml"/>""";

    private static final String RELATION = """
            <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s"/></Relationships>""";

    /** Rows between the total and the chart. */
    private static final int GAP = 2;

    private static final int LETTERS = 26;

    String inSheet() {
        return IN_SHEET.formatted(totalRow + 1);
    }

    /** The parts that are its own, by their names in the file. */
    Map<String, String> parts() throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("xl/worksheets/_rels/sheet2.xml.rels", RELATION.formatted("drawing", "/xl/drawings/drawing1.xml"));
        parts.put("xl/drawings/drawing1.xml", template("drawing.xml").replace("{row}", "" + (totalRow + GAP)));
        parts.put("xl/drawings/_rels/drawing1.xml.rels", RELATION.formatted("chart", "/xl/charts/chart1.xml"));
        parts.put("xl/charts/chart1.xml", chart());
        return parts;
    }

    private String chart() throws IOException {
        return template("chart.xml")
                .replace("{name}", cells(totalRow, 0, 0))
                .replace("{months}", cells(0, 1, months.size()))
                .replace("{amounts}", cells(totalRow, 1, months.size()))
                .replace("{monthPoints}", points(months))
                .replace(
                        "{amountPoints}",
                        points(net.stream().map(BigDecimal::toPlainString).toList()));
    }

    private String cells(int row, int from, int to) {
        String first = "$%s$%d".formatted(letters(from), row + 1);
        String last = "$%s$%d".formatted(letters(to), row + 1);
        return sheet + "!" + (from == to ? first : first + ":" + last);
    }

    /** A, B … Z, AA. */
    private static String letters(int column) {
        return column < 0 ? "" : letters(column / LETTERS - 1) + (char) ('A' + column % LETTERS);
    }

    /** What the cells hold, for readers that show a chart without computing. */
    private static String points(List<String> values) {
        StringBuilder points = new StringBuilder("<c:ptCount val=\"%d\"/>".formatted(values.size()));
        IntStream.range(0, values.size())
                .forEach(i -> points.append("<c:pt idx=\"%d\"><c:v>%s</c:v></c:pt>".formatted(i, values.get(i))));
        return points.toString();
    }

    private static String template(String name) throws IOException {
        try (InputStream text = MonthChart.class.getResourceAsStream("/workbook/" + name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
