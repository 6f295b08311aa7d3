package fr.syaga.facturation.export.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Singleton;

import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import org.apache.pdfbox.pdmodel.PDDocument;

import fr.syaga.facturation.export.document.PaperDocument;
import fr.syaga.facturation.typefaces.Ligatures;
import fr.syaga.facturation.typefaces.ParsedFont;
import fr.syaga.facturation.typefaces.Typefaces;
import fr.syaga.facturation.typefaces.XmlTools;

/**
 * Prints a document in the user's own layout, as PDF/A-3 with its fonts inside. Its pages are drawn anew each time; a document
 * that is not issued bears a mark across each of them.
 */
@Singleton
public class Paper {

    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);
    private static final String FONT = "Invoice";
    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final Template layout;
    private final Letterhead letterhead = new Letterhead();
    private final byte[] colours = resource("/sRGB.icc");
    private final ParsedFont regularFont;
    private final ParsedFont boldFont;
    private final Typefaces typefaces;

    public Paper() {
        XmlTools.name();
        byte[] regular = font("Regular");
        regularFont = new ParsedFont(regular);
        boldFont = new ParsedFont(font("Bold"));
        typefaces = new Typefaces("'%s'".formatted(FONT), regular);
        layout = Engine.builder()
                .addDefaults()
                .addValueResolver(new ReflectionValueResolver())
                .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
                .build()
                .parse(new String(resource("/templates/facture.html"), StandardCharsets.UTF_8), HTML);
    }

    /** The PDF, about 30 kB a page. */
    public byte[] print(PaperDocument document) {
        TemplateInstance page = layout.data("page", new PaperPage(document))
                .data("logo", letterhead.picture(document.logo()).orElse(null));
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (ParsedFont.Lent regular = regularFont.lend();
                ParsedFont.Lent bold = boldFont.lend();
                PDDocument written = new PDDocument();
                PdfBoxRenderer renderer = renderer(page.render(), written, regular, bold, pdf)) {
            renderer.layout();
            fill(renderer);
            renderer.createPDF();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    /** The table grows down to the foot of its last page; should that break the page, it stays as short as its lines. */
    private static void fill(PdfBoxRenderer laidOut) {
        PageFill fill = PageFill.of(laidOut);
        if (fill.heights().isEmpty()) {
            return;
        }
        FillRows rows = FillRows.in(laidOut.getDocument());
        rows.add(fill.heights());
        laidOut.layout();
        if (PageFill.pages(laidOut) != fill.pages()) {
            rows.remove();
            laidOut.layout();
        }
    }

    private PdfBoxRenderer renderer(
            String html, PDDocument written, ParsedFont.Lent regular, ParsedFont.Lent bold, OutputStream pdf) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePDDocument(written);
        builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
        builder.useColorProfile(colours);
        regular.useIn(written, builder, FONT, NORMAL);
        bold.useIn(written, builder, FONT, BOLD);
        builder.withHtmlContent(typefaces.prepare(html, builder), null);
        builder.withProducer("facturation");
        builder.toStream(pdf);
        return builder.buildPdfRenderer();
    }

    private static byte[] font(String style) {
        return Ligatures.leftOut(resource("/fonts/SourceSansPro-%s.ttf".formatted(style)));
    }

    private static byte[] resource(String name) {
        try (InputStream in = Paper.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
