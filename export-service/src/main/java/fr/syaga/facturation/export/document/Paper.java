package fr.syaga.facturation.export.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.inject.Singleton;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.Template;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;

import fr.syaga.facturation.typefaces.Ligatures;
import fr.syaga.facturation.typefaces.Typefaces;

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
    private final byte[] regular = Ligatures.leftOut(resource("/fonts/SourceSansPro-Regular.ttf"));
    private final byte[] bold = Ligatures.leftOut(resource("/fonts/SourceSansPro-Bold.ttf"));
    private final Typefaces typefaces = new Typefaces("'%s'".formatted(FONT), regular);

    Paper() {
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
        PageFill fill;
        try (PdfBoxRenderer plain = renderer(page, List.of(), OutputStream.nullOutputStream())) {
            plain.layout();
            fill = PageFill.of(plain);
        }
        try {
            return fill.heights().isEmpty() ? pdf(page, fill.heights()) : filled(page, fill);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The table grows down to the foot of its last page; should that break the page, it stays as short as its lines. */
    private byte[] filled(TemplateInstance page, PageFill fill) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = renderer(page, fill.heights(), pdf)) {
            renderer.layout();
            if (PageFill.pages(renderer) == fill.pages()) {
                renderer.createPDF();
                return pdf.toByteArray();
            }
        }
        return pdf(page, List.of());
    }

    private byte[] pdf(TemplateInstance page, List<String> fill) throws IOException {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = renderer(page, fill, pdf)) {
            renderer.layout();
            renderer.createPDF();
        }
        return pdf.toByteArray();
    }

    private PdfBoxRenderer renderer(TemplateInstance page, List<String> fill, OutputStream pdf) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfAConformance.PDFA_3_B);
        builder.useColorProfile(colours);
        builder.useFont(() -> stream(regular), FONT, NORMAL, FontStyle.NORMAL, true);
        builder.useFont(() -> stream(bold), FONT, BOLD, FontStyle.NORMAL, true);
        builder.withHtmlContent(typefaces.prepare(page.data("fill", fill).render(), builder), null);
        builder.withProducer("facturation");
        builder.toStream(pdf);
        return builder.buildPdfRenderer();
    }

    private static InputStream stream(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Paper.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
