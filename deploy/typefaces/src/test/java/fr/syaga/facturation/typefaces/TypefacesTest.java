package fr.syaga.facturation.typefaces;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TypefacesTest {

    private final Typefaces typefaces = new Typefaces("'Own'", font());

    @ParameterizedTest
    @CsvSource({"e\u0301t\u00e9, \u00e9t\u00e9", "E\u0302, \u00ca", "c\u0327a, \u00e7a", "a =\u0338 b, a \u2260 b"})
    void anAccentJoinsItsLetter(String typed, String drawn) {
        assertThat(typefaces.drawable(typed)).isEqualTo(drawn);
    }

    /** In normal form C, U+0338 makes one letter of &gt; and itself: the tag before it would never end. */
    @ParameterizedTest
    @ValueSource(strings = {"\u0338", "\u0338\u0301abc", "\u0338&gt;\u0338", "\u0301", "\u0327\u0338"})
    void aMarkThatBeginsATextLeavesTheTagBeforeItWhole(String text) throws Exception {
        String page = typefaces.drawable("<p><b>é</b>%s</p>".formatted(text));

        assertThat(page).startsWith("<p><b>é</b>").endsWith("</p>");
        assertThat(DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8)))
                        .getDocumentElement()
                        .getTextContent())
                .startsWith("é");
    }

    @Test
    void aLetterThatNoFontHasIsABox() {
        assertThat(typefaces.drawable("a\uE000é")).isEqualTo("a%sé".formatted(Typefaces.BOX));
    }

    private static byte[] font() {
        try (InputStream in = Typefaces.class.getResourceAsStream("/typefaces/NotoSans-Regular.ttf")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
