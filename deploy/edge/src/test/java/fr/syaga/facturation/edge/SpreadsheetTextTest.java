package fr.syaga.facturation.edge;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpreadsheetTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+33 1 02 03 04 05", "-5", "@SUM(A1)", "\tx", "\r=x"})
    void whatASpreadsheetWouldComputeStaysAText(String text) {
        assertThat(SpreadsheetText.cell(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Maintenance", " =1", "'a", "1-2", ""})
    void otherTextsStayAsTheyAre(String text) {
        assertThat(SpreadsheetText.cell(text)).isEqualTo(text);
    }

    @Test
    void nothingIsAnEmptyCell() {
        assertThat(SpreadsheetText.cell(null)).isEmpty();
    }
}
