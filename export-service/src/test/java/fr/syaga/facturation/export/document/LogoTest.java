package fr.syaga.facturation.export.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mustangproject.validator.ZUGFeRDValidator;

import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.einvoice.FacturX;
import fr.syaga.facturation.export.invoicing.Logo;
import fr.syaga.facturation.export.paper.LogoPixels;
import fr.syaga.facturation.export.paper.Paper;

import static org.assertj.core.api.Assertions.assertThat;

/** The issuer's logo on paper, whatever was uploaded. */
class LogoTest {

    private static final int RED = 0xFFFF0000;

    @TempDir
    Path folder;

    private final PaperDocument invoice = Papers.paper(1, "FRENCH", "20", 1, false);
    private final Paper paper = new Paper();

    @Test
    void aPngAndAnSvgAreOnPaperAndTheFacturXStaysValid() throws IOException {
        FacturX facturX = new FacturX(paper, () -> "VATEX-EU-132");
        for (Logo logo : List.of(transparent(), svg(PaperPictures.SVG))) {
            byte[] pdf = facturX.print(Papers.with(invoice, logo));

            assertThat(images(pdf)).isEqualTo(1);
            ZUGFeRDValidator validator = new ZUGFeRDValidator();
            String report = validator.validate(pdf, "f.pdf");
            assertThat(validator.wasCompletelyValid()).as(report).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no picture at all",
                "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><script>alert(1)</script></svg>",
                "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'",
                "\u0089PNG"
            })
    void aLogoThatCannotBeDrawnIsLeftOutAndNoInvoiceFails(String content) throws IOException {
        Logo logo = new Logo(content.getBytes(StandardCharsets.ISO_8859_1));

        assertThat(images(paper.print(Papers.with(invoice, logo)))).isZero();
    }

    @Test
    void nothingOutsideIsRead() throws Exception {
        Path secret = folder.resolve("secret.png");
        BufferedImage red = new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 100; i++) {
            red.setRGB(i % 10, i / 10, RED);
        }
        ImageIO.write(red, "png", secret.toFile());
        Logo logo = svg(
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 10 10'>"
                        + "<image xlink:href='%s' width='10' height='10'/></svg>".formatted(secret.toUri()));

        try {
            BufferedImage drawn =
                    ImageIO.read(new ByteArrayInputStream(LogoPixels.of(logo).png()));
            assertThat(drawn.getRGB(drawn.getWidth() / 2, drawn.getHeight() / 2))
                    .isNotEqualTo(RED);
        } catch (LogoPixels.Undrawable refused) {
            assertThat(refused).hasMessageContaining("without reading anything else");
        }
        assertThat(Files.exists(secret)).isTrue();
    }

    /** As drawing programs write it: a document type that names the format, a text, a picture inside the file. */
    @Test
    void whatDrawingProgramsWriteIsDrawn() throws Exception {
        BufferedImage red = new BufferedImage(4, 4, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 16; i++) {
            red.setRGB(i % 4, i / 4, RED);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(red, "png", png);

        LogoPixels pixels = LogoPixels.of(svg("""
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
                <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="40" height="10">
                  <text x="12" y="8" style="font-size:8px">Zéd</text>
                  <image xlink:href="data:image/png;base64,%s" width="10" height="10"/>
                </svg>""".formatted(Base64.getEncoder().encodeToString(png.toByteArray()))));

        BufferedImage drawn = ImageIO.read(new ByteArrayInputStream(pixels.png()));
        assertThat(drawn.getRGB(drawn.getWidth() / 8, drawn.getHeight() / 2)).isEqualTo(RED);
    }

    @Test
    void aHugePictureIsReadInPart() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(6000, 3000, BufferedImage.TYPE_BYTE_BINARY), "png", png);

        LogoPixels pixels = LogoPixels.of(new Logo(png.toByteArray()));

        assertThat(pixels.width()).isLessThanOrEqualTo(LogoPixels.MOST_PIXELS * 2);
        assertThat((double) pixels.width() / pixels.height()).isBetween(1.9, 2.1);
    }

    private static Logo svg(String content) {
        return new Logo(content.getBytes(StandardCharsets.UTF_8));
    }

    private static Logo transparent() throws IOException {
        BufferedImage image = new BufferedImage(200, 80, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(10, 10, 0x80FF0000);
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(image, "png", png);
        return new Logo(png.toByteArray());
    }

    private static int images(byte[] bytes) throws IOException {
        int images = 0;
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            var resources = pdf.getPage(0).getResources();
            for (COSName name : resources.getXObjectNames()) {
                images += resources.isImageXObject(name) ? 1 : 0;
            }
        }
        return images;
    }
}
