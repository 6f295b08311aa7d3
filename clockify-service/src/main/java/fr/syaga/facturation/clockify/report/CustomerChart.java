package fr.syaga.facturation.clockify.report;

import java.awt.Color;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.text.NumberFormat;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.jfree.chart.ChartFactory;
import org.jfree.chart.ChartUtils;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** The month's billable euros, a bar a customer: lines for a page, pixels for a mail, where lines are not shown. */
final class CustomerChart {

    private static final int WIDTH = 720;
    private static final int BAR = 26;
    private static final int FRAME = 70;
    private static final Color BLUE = new Color(0x1f4e79);

    private final JFreeChart chart;
    private final int height;

    CustomerChart(List<DailyReport.CustomerFigures> customers) {
        List<DailyReport.CustomerFigures> billed = customers.stream()
                .filter(each -> each.month().netAmount().signum() > 0)
                .sorted(Comparator.comparing((DailyReport.CustomerFigures each) ->
                                each.month().netAmount())
                        .reversed())
                .toList();
        DefaultCategoryDataset bars = new DefaultCategoryDataset();
        billed.forEach(each -> bars.addValue(each.month().netAmount(), "Facturable", each.name()));
        height = FRAME + BAR * Math.max(1, billed.size());
        chart = ChartFactory.createBarChart(null, null, "€ HT", bars, PlotOrientation.HORIZONTAL, false, false, false);
        chart.setBackgroundPaint(Color.WHITE);
        dress(chart.getCategoryPlot());
    }

    private static void dress(CategoryPlot plot) {
        plot.setBackgroundPaint(Color.WHITE);
        plot.setRangeGridlinePaint(Color.LIGHT_GRAY);
        plot.setOutlineVisible(false);
        NumberAxis euros = (NumberAxis) plot.getRangeAxis();
        euros.setNumberFormatOverride(NumberFormat.getIntegerInstance(Locale.FRENCH));
        BarRenderer renderer = (BarRenderer) plot.getRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setSeriesPaint(0, BLUE);
    }

    String svg() {
        SVGGraphics2D canvas = new SVGGraphics2D(WIDTH, height);
        chart.draw(canvas, new Rectangle(WIDTH, height));
        return canvas.getSVGElement();
    }

    byte[] png() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            ChartUtils.writeChartAsPNG(out, chart, WIDTH, height);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
