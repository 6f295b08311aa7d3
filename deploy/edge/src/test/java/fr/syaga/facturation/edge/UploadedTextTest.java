package fr.syaga.facturation.edge;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class UploadedTextTest {

    private static final String TEXT = "Numéro;Désignation\r\n1;Été à 5 % – près de la mer\r\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "UTF-16LE", "UTF-16BE", "UTF-16"})
    void theCharsetIsFoundWhoeverSavedTheFile(String written) throws IOException {
        assertThat(whole(opened(TEXT.getBytes(Charset.forName(written))))).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkIsNoPartOfTheText(String charset) throws IOException {
        assertThat(whole(opened(("\uFEFF" + TEXT).getBytes(Charset.forName(charset)))))
                .isEqualTo(TEXT);
    }

    @Test
    void anEmptyFileIsAnEmptyText() throws IOException {
        assertThat(whole(opened(new byte[0]))).isEmpty();
    }

    @Test
    void aByteThatWindowsLeavesFreeSpoilsNothingElse() throws IOException {
        byte[] text = "a?é – 5 €".getBytes(Charset.forName("windows-1252"));
        text[1] = (byte) 0x81;

        assertThat(whole(opened(text))).isEqualTo("a\uFFFDé – 5 €");
    }

    /** The letter is cut by the first piece that is looked at. */
    @Test
    void aLetterOfTwoBytesMayLieAnywhere() throws IOException {
        String text = "x".repeat(511) + "é".repeat(9_000);

        assertThat(whole(opened(text.getBytes(UTF_8)))).isEqualTo(text);
    }

    @Test
    void aNulAmidATextIsForTheCaller() throws IOException {
        assertThat(whole(opened("Sauve\0garde à l'été".getBytes(UTF_8)))).isEqualTo("Sauve\0garde à l'été");
    }

    @Test
    void whatIsNoTextIsRefusedByTheCallersProblem() {
        refused(new byte[] {'P', 'K', 3, 4, 20, 0}, "Excel or PDF");
        refused("%PDF-1.7 ...".getBytes(ISO_8859_1), "Excel or PDF");
        refused(TEXT.getBytes(Charset.forName("UTF-32")), "UTF-32");
        refused(new byte[] {(byte) 0xFF, (byte) 0xFE, 'a', 0, 'b'}, "cut off");
    }

    private void refused(byte[] bytes, String why) {
        assertThatThrownBy(() -> opened(bytes)).isInstanceOf(Rejection.class).hasMessageContaining(why);
    }

    private UploadedText opened(byte[] bytes) throws IOException {
        return UploadedText.of(
                Files.write(folder.resolve("file.csv"), bytes),
                sentence -> Rejection.unusableFile("no-text-of-ours", sentence));
    }

    private static String whole(UploadedText text) throws IOException {
        try (BufferedReader reader = text.reader()) {
            StringBuilder whole = new StringBuilder();
            for (int each = reader.read(); each >= 0; each = reader.read()) {
                whole.append((char) each);
            }
            return whole.toString();
        }
    }
}
