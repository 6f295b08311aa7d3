package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** Where words stand on a page, in points from its top; the last place counts. */
final class Heights extends PDFTextStripper {

    private final Map<String, Float> found = new HashMap<>();

    static Map<String, Float> of(PDPage page, PDDocument pdf) throws IOException {
        Heights heights = new Heights();
        heights.setStartPage(pdf.getPages().indexOf(page) + 1);
        heights.setEndPage(pdf.getPages().indexOf(page) + 1);
        heights.getText(pdf);
        return heights.found;
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        for (String word : text.split("[\\s\u00A0’']")) {
            found.put(word, positions.get(0).getYDirAdj());
        }
    }
}
