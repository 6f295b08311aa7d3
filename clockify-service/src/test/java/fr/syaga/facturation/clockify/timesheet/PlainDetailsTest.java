package fr.syaga.facturation.clockify.timesheet;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Texts are compared without what exports flatten, and what is flat already stays as it is. */
class PlainDetailsTest {

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "Support,Support",
                "Support N 2,Support N 2",
                " Support,Support",
                "Support ,Support",
                "Support  N,Support N",
                "Support\tN,Support N",
                "Support\u00A0N,Support N",
                "e\u0301te\u0301,\u00E9t\u00E9",
                "'',''",
                "' ',''"
            })
    void spacesAndFormsOfLettersDoNotCount(String written, String plain) {
        assertThat(EntryDetails.plain(written)).isEqualTo(plain);
    }
}
