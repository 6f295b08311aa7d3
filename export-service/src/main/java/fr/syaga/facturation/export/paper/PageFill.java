package fr.syaga.facturation.export.paper;

import java.util.List;
import java.util.Locale;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.PageBox;

/**
 * How many millimetres the table of a document lacks to reach the foot of its last page: one empty row, or two when the foot has a
 * page of its own.
 *
 * @param pages of the document once it is filled
 */
record PageFill(List<String> heights, int pages) {

    private static final double MILLIMETRES_A_POINT = 25.4 / 72;
    /** Rounding of a row's height must not push the foot overleaf. */
    private static final double SLACK = 1.5;

    private static final double SMALLEST = 2;

    /** @param measured laid out without empty rows */
    static PageFill of(PdfBoxRenderer measured) {
        Box table = measured.getSharedContext().getBoxById("lines");
        Box heading = measured.getSharedContext().getBoxById("heading");
        Box end = measured.getSharedContext().getBoxById("end");
        double millimetre = measured.getDotsPerPoint() / MILLIMETRES_A_POINT;
        List<PageBox> pages = measured.getRootBox().getLayer().getPages();
        int tableBottom = table.getAbsY() + table.getHeight();
        int last = page(pages, tableBottom);
        PageBox page = pages.get(last);
        double left = (page.getBottom() - tableBottom) / millimetre - SLACK;
        double foot = end.getHeight() / millimetre;
        if (left >= foot) {
            return new PageFill(heights(left - foot), last + 1);
        }
        double whole = (page.getBottom() - page.getTop()) / millimetre;
        double overleaf = whole - heading.getHeight() / millimetre - foot - 2 * SLACK;
        return new PageFill(
                left > SMALLEST ? List.of(millimetres(left), millimetres(overleaf)) : List.of(millimetres(overleaf)),
                last + 2);
    }

    static int pages(PdfBoxRenderer laidOut) {
        return laidOut.getRootBox().getLayer().getPages().size();
    }

    private static int page(List<PageBox> pages, int y) {
        for (int i = 0; i < pages.size(); i++) {
            if (y <= pages.get(i).getBottom()) {
                return i;
            }
        }
        return pages.size() - 1;
    }

    private static List<String> heights(double height) {
        return height > SMALLEST ? List.of(millimetres(height)) : List.of();
    }

    private static String millimetres(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
