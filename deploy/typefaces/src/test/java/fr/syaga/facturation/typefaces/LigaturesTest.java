package fr.syaga.facturation.typefaces;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LigaturesTest {

    @ParameterizedTest
    @ValueSource(strings = {"NotoSans", "NotoSansHebrew", "NotoSansDevanagari"})
    void aFontWithoutItsLigaturesKeepsAllElse(String name) throws IOException {
        byte[] whole = font(name);

        try (TrueTypeFont before = parsed(whole);
                TrueTypeFont after = parsed(Ligatures.leftOut(whole))) {
            assertThat(before.getTableMap()).containsKey("GSUB");
            Set<String> kept = new TreeSet<>(before.getTableMap().keySet());
            kept.remove("GSUB");
            assertThat(after.getTableMap()).containsOnlyKeys(kept);
            for (String each : kept) {
                assertThat(after.getTableBytes(after.getTableMap().get(each)))
                        .isEqualTo(before.getTableBytes(before.getTableMap().get(each)));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"NotoSans", "NotoSansHebrew", "NotoSansDevanagari"})
    void aFontThatHasNoLigaturesStaysAsItIs(String name) throws IOException {
        byte[] plain = Ligatures.leftOut(font(name));

        assertThat(Ligatures.leftOut(plain)).isEqualTo(plain);
    }

    private static TrueTypeFont parsed(byte[] font) throws IOException {
        return new TTFParser().parse(new RandomAccessReadBuffer(font));
    }

    private static byte[] font(String name) throws IOException {
        try (InputStream in = LigaturesTest.class.getResourceAsStream("/typefaces/%s-Regular.ttf".formatted(name))) {
            return in.readAllBytes();
        }
    }
}
