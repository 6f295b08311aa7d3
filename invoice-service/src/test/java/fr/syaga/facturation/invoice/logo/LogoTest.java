package fr.syaga.facturation.invoice.logo;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fr.syaga.facturation.testing.Caller;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
class LogoTest {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";
    private static final String DRAWING = """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 10 10"
                 xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" inkscape:export-filename="C:\\logo.png">
              <title>Logo \\ essai</title>
              <style>.a { fill: url(#g); }</style>
              <defs><linearGradient id="g"><stop offset="0" stop-color="#123456"/></linearGradient></defs>
              <path class="a" d="M0 0h10v10z"/><use xlink:href="#g"/>
              <image href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>
            </svg>""";

    @Test
    void theLogoIsKeptReplacedReadByAllAndTakenAway() throws IOException {
        byte[] png = png(40, 20);
        put(Caller.ADMIN, PNG, png)
                .statusCode(200)
                .body("mediaType", equalTo(PNG))
                .body("size", equalTo(png.length))
                .body("keptBy", equalTo("test-admin"));
        assertThat(get().statusCode(200).contentType(PNG).extract().asByteArray())
                .isEqualTo(png);

        put(Caller.ADMIN, SVG + ";charset=utf-8", DRAWING.getBytes(StandardCharsets.UTF_8))
                .statusCode(200);
        assertThat(get().statusCode(200).contentType(SVG).extract().asByteArray())
                .isEqualTo(DRAWING.getBytes(StandardCharsets.UTF_8));
        put(Caller.OPERATOR, PNG, png).statusCode(403);
        Caller.OPERATOR.calls().delete("/api/v1/issuer/logo").then().statusCode(403);

        Caller.ADMIN.calls().delete("/api/v1/issuer/logo").then().statusCode(204);
        Caller.ADMIN.calls().delete("/api/v1/issuer/logo").then().statusCode(204);
        get().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='https://ailleurs.example/x.png'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg' xmlns:x='http://www.w3.org/1999/xlink'><use x:href='x.svg#a'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><a href='javascript:alert(1)'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><style>@import url(https://x.example/a.css)</style></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><style>.a{fill:u\\72l(https://x.example)}</style></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><rect style='fill:url( \"//x.example/a\" )'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><image href='data:image/svg+xml;base64,PHN2Zy8+'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><set attributeName='href' to='https://x.example'/></svg>",
                "<svg xmlns='http://www.w3.org/2000/svg'><x:script xmlns:x='http://www.w3.org/1999/xhtml'/></svg>",
                "<?xml-stylesheet href='https://x.example/a.css'?><svg xmlns='http://www.w3.org/2000/svg'/>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><svg xmlns='http://www.w3.org/2000/svg'>&a;</svg>"
            })
    void anSvgThatDoesMoreThanDrawIsRefused(String svg) {
        put(Caller.ADMIN, SVG, svg.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", equalTo("urn:facturation:problem:unsafe-svg"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<svg/>",
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "<svg xmlns='http://www.w3.org/2000/svg'>"
            })
    void whatIsNoSvgIsRefused(String svg) {
        put(Caller.ADMIN, SVG, svg.getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("type", equalTo("urn:facturation:problem:not-an-svg"));
    }

    @Test
    void whatIsNoPngOfALogosSizeIsRefused() throws IOException {
        byte[] png = png(40, 20);
        byte[] bomb = png.clone();
        ByteBuffer.wrap(bomb).putInt(16, 60_000);

        put(Caller.ADMIN, PNG, Arrays.copyOf(png, png.length - 1)).statusCode(422);
        put(Caller.ADMIN, PNG, bomb).statusCode(422);
        put(Caller.ADMIN, PNG, DRAWING.getBytes(StandardCharsets.UTF_8)).statusCode(422);
        put(Caller.ADMIN, PNG, new byte[LogoFormat.MAX_BYTES + 1])
                .statusCode(413)
                .body("type", equalTo("urn:facturation:problem:too-large"));
        put(Caller.ADMIN, "image/jpeg", png).statusCode(415);
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", out);
        return out.toByteArray();
    }

    private static ValidatableResponse put(Caller caller, String type, byte[] content) {
        return caller.uploads()
                .contentType(type)
                .body(content)
                .put("/api/v1/issuer/logo")
                .then();
    }

    private static ValidatableResponse get() {
        return Caller.READER.uploads().get("/api/v1/issuer/logo").then();
    }
}
