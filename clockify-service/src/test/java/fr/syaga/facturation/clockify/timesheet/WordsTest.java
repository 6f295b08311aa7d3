package fr.syaga.facturation.clockify.timesheet;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTest {

    @Property
    void plainLettersFoldAsAnyOthersDo(@ForAll @CharRange(from = 0, to = 127) String text) {
        assertThat(Words.fold(text)).isEqualTo(Words.foldAny(text));
    }

    @ParameterizedTest
    @CsvSource({
        "'  Hors-Forfait !', 'hors forfait'",
        "'MAINTENANCE n° 12', 'maintenance n 12'",
        "'Œuvre d''été', 'oeuvre d ete'",
        "'...', ''"
    })
    void caseAccentsAndPunctuationDoNotCount(String text, String folded) {
        assertThat(Words.fold(text)).isEqualTo(folded);
    }
}
