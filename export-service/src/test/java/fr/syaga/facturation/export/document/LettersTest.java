package fr.syaga.facturation.export.document;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mustangproject.validator.ZUGFeRDValidator;

import fr.syaga.facturation.export.Papers;
import fr.syaga.facturation.export.einvoice.FacturX;
import fr.syaga.facturation.export.paper.Paper;
import fr.syaga.facturation.typefaces.Typefaces;

import static org.assertj.core.api.Assertions.assertThat;

/** The letters of the world on a printed page, read back with the font that drew each of them. */
class LettersTest {

    private static final PaperDocument INVOICE = Papers.paper(1, "FRENCH", "20", 1, false);

    private final Paper paper = new Paper();

    @ParameterizedTest
    @CsvSource({
        "Δίκτυα Αθηνών ͼ,NotoSans",
        "Обслуживание серверов Ѡ,NotoSans",
        "การบำรุงรักษา,NotoSansThai",
        "नगर,NotoSansDevanagari",
        "保守契約ネットワーク,WenQuanYiMicroHei",
        "网络维护,WenQuanYiMicroHei",
        "서버 관리,WenQuanYiMicroHei",
        "ցանց,NotoSansArmenian",
        "ქსელი,NotoSansGeorgian",
        "নগর,NotoSansBengali",
        "🚀,NotoEmoji",
        "😀 🎉 🔧,NotoEmoji",
        "⬛ ⛁,NotoSansSymbols2",
        "Nguyễn Dvořák Łódź,SourceSansPro"
    })
    void eachScriptIsDrawnByAFontThatHasIt(String text, String font) throws IOException {
        Map<String, String> drawn = drawn(Papers.withText(INVOICE, text));

        text.codePoints()
                .filter(each -> !Character.isWhitespace(each))
                .mapToObj(Character::toString)
                .forEach(letter -> assertThat(drawn.keySet()).anyMatch(piece -> piece.contains(letter)));
        assertThat(drawn.values()).anyMatch(name -> name.startsWith(font));
        assertThat(drawn).doesNotContainKey(Typefaces.BOX).doesNotContainKey("#");
    }

    @ParameterizedTest
    @ValueSource(strings = {"שלום", "خدمة الصيانة", "صيانة 24 خادم"})
    void aTextFromRightToLeftIsReadFromTheRight(String text) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        try (PDDocument pdf = Loader.loadPDF(paper.print(Papers.withText(INVOICE, text)))) {
            assertEmbedded(pdf);
            // The reader turns what it finds from the left back into reading order and single letters.
            assertThat(stripper.getText(pdf)).contains(text);
        }
    }

    @Test
    void aFigureWithinATextFromRightToLeftKeepsItsDirection() throws IOException {
        assertThat(fromTheLeft("אב 19 גד")).isEqualTo("דג 19 בא");
        assertThat(fromTheLeft("אב (19)")).isEqualTo("(19) בא");
        assertThat(fromTheLeft("Zed אב 19 et")).isEqualTo("Zed 19 בא et");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uE000", "\uD840\uDC00", "\uD80C\uDC00"})
    void aLetterThatNoFontHasIsABox(String letter) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(Papers.withText(INVOICE, "avant" + letter + "après")))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("avant" + Typefaces.BOX + "après");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "e\u0301te\u0301,été",
        "A\u030Angstro\u0308m,Ångström",
        "gauche\u202Edroite\u202C,gauchedroite",
        "zéro\u200Blargeur,zérolargeur",
        "fine\u2005espace,fine espace",
        "vertical\u000Btab,vertical tab",
        "demi\uD800paire,demipaire",
        "fin\uFFFF,fin"
    })
    void whatHasNoShapeIsNoBox(String text, String drawn) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(Papers.withText(INVOICE, text)))) {
            assertThat(new PDFTextStripper().getText(pdf)).contains(drawn).doesNotContain(Typefaces.BOX, "#");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Δίκτυα, Обслуживание, Łódź",
                "خدمة الصيانة 24 – שירות",
                "网络维护 保守契約 서버 관리",
                "การบำรุงรักษา नेटवर्क নেটওয়ার্ক",
                "🚀 😀 ☑ ∑ → \uE000"
            })
    void aFacturXInEveryScriptIsValid(String text) {
        ZUGFeRDValidator validator = new ZUGFeRDValidator();

        String report = validator.validate(
                new FacturX(paper, () -> "VATEX-EU-132").print(Papers.withText(INVOICE, text)), "f.pdf");

        assertThat(validator.wasCompletelyValid()).as(report).isTrue();
    }

    @Test
    void aQuoteIsDrawnByTheSameFonts() throws IOException {
        PaperDocument quote = Papers.quote(INVOICE, "D20250801", LocalDate.of(2025, 8, 31));

        assertThat(drawn(Papers.withText(quote, "网络 🚀")).values())
                .anyMatch(name -> name.startsWith("WenQuanYi"))
                .anyMatch(name -> name.startsWith("NotoEmoji"));
    }

    @Test
    void aFrenchPageHasItsOwnFontAlone() throws IOException {
        assertThat(drawn(Papers.withText(INVOICE, "Œuvre d’été à 1 320,00 €, n° 3 – « forfait » …"))
                        .values())
                .allMatch(name -> name.startsWith("SourceSansPro"));
    }

    private static void assertEmbedded(PDDocument pdf) throws IOException {
        for (var page : pdf.getPages()) {
            for (var name : page.getResources().getFontNames()) {
                assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
            }
        }
    }

    /** What stands on the page, each piece with the name of its font. */
    private Map<String, String> drawn(PaperDocument document) throws IOException {
        Map<String, String> drawn = new TreeMap<>();
        read(
                document,
                each -> drawn.put(each.getUnicode(), each.getFont().getName().replaceFirst("^[A-Z]{6}\\+", "")));
        return drawn;
    }

    /** The line's text as it is drawn, from the left to the right. */
    private String fromTheLeft(String text) throws IOException {
        Map<Float, Map<Float, String>> lines = new TreeMap<>();
        read(
                Papers.withText(INVOICE, text),
                each -> lines.computeIfAbsent(each.getY(), y -> new TreeMap<>()).put(each.getX(), each.getUnicode()));
        String line = lines.values().stream()
                .map(each -> String.join("", each.values()))
                .filter(each -> each.contains("א"))
                .findFirst()
                .orElseThrow();
        return line.substring(0, line.indexOf("5,25")).strip();
    }

    private void read(PaperDocument document, java.util.function.Consumer<TextPosition> each) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(paper.print(document))) {
            assertEmbedded(pdf);
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    each.accept(text);
                }
            };
            stripper.getText(pdf);
        }
    }
}
