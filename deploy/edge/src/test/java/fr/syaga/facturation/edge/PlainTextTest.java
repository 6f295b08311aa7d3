package fr.syaga.facturation.edge;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PlainTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"\u000B", "\f", "\u0085", "\u2028", "\u2029", "\u001E"})
    void aBreakOfAWordProcessorSeparatesWords(String pasted) {
        assertThat(PlainText.clean("écran" + pasted + "réf. 27 pouces")).isEqualTo("écran réf. 27 pouces");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0001", "\u0008", "\u007F", "\u0080", "\u009F", "\uFFFE", "\uFFFF", "\uFDD0", "\uD800", "\uDC00"
            })
    void whatCannotBePrintedIsTakenOut(String foreign) {
        assertThat(PlainText.clean("Sauve" + foreign + "garde")).isEqualTo("Sauvegarde");
    }

    @Test
    void linesTabsAndTheLettersOfTheWorldStay() {
        String text = "Été\tà Œuvre\n€ 漢字 \uD83D\uDE00 العربية\u00A0!";

        assertThat(PlainText.clean(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0", "\u202F\t", "\u200B\uFEFF", "\u0001"})
    void blankIsAbsent(String blank) {
        assertThat(PlainText.orNull(blank)).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            value = {"9:05:00\u202FAM|9:05:00 AM", "1\u00A0234,50\u2009€|1 234,50 €", "\uFEFF2025-07-01|2025-07-01"},
            delimiter = '|')
    void everySpaceIsAPlainOneForWhoeverReadsFigures(String written, String read) {
        assertThat(PlainText.withPlainSpaces(written)).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"732 829 320", "732\u2009829\u2009320", "\u3000732\u00A0829\u200B320\uFEFF"})
    void aNumberWrittenInGroupsIsOneNumber(String written) {
        assertThat(PlainText.withoutSpaces(written)).isEqualTo("732829320");
    }

    @ParameterizedTest
    @CsvSource({
        "Été,Ete",
        "Œuvre,OEuvre",
        "cœur,coeur",
        "Ægir,AEgir",
        "ﬁn,fin",
        "Ｎｏ,No",
        "E\u0301te\u0301,Ete",
        "Straße 12,Straße 12"
    })
    void foldedTextHasBareLetters(String written, String folded) {
        assertThat(PlainText.folded(written)).isEqualTo(folded);
    }

    @Property
    void whateverComesCanStandInAnXmlDocument(@ForAll String any) {
        assertThat(PlainText.clean(any).codePoints())
                .allMatch(each -> each == 0x9
                        || each == 0xA
                        || each == 0xD
                        || each >= 0x20 && each <= 0xD7FF
                        || each >= 0xE000 && each <= 0xFFFD
                        || each >= 0x10000 && each <= 0x10FFFF);
        assertThat(PlainText.clean(PlainText.clean(any))).isEqualTo(PlainText.clean(any));
    }
}
