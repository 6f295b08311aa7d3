package fr.syaga.facturation.typefaces;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font that is parsed once and then serves one page after the other. A parsed font keeps its place while it is read, so each page
 * has one to itself until it is printed; there are as many of them as pages were ever printed at the same time.
 */
public final class ParsedFont {

    private final byte[] bytes;
    private final Queue<TrueTypeFont> idle = new ConcurrentLinkedQueue<>();

    /** @param bytes of a TrueType file */
    public ParsedFont(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    /** The font for one page; closing gives it back. */
    public final class Lent implements AutoCloseable {

        private final TrueTypeFont font;

        private Lent(TrueTypeFont font) {
            this.font = font;
        }

        /**
         * Embeds the letters that the page needs.
         *
         * @param document that the printer writes
         * @param name what the page's stylesheet calls the font
         */
        public void useIn(PDDocument document, PdfRendererBuilder printer, String name, int weight) {
            try {
                printer.useFont(
                        new PDFontSupplier(PDType0Font.load(document, font, true)),
                        name,
                        weight,
                        FontStyle.NORMAL,
                        true);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            idle.add(font);
        }
    }

    /** A font that nobody else reads until it is given back. */
    public Lent lend() {
        TrueTypeFont font = idle.poll();
        return new Lent(font == null ? parsed() : font);
    }

    private TrueTypeFont parsed() {
        try {
            return new TTFParser().parse(new RandomAccessReadBuffer(bytes));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
