package fr.syaga.facturation.clockify.doubt;

import java.time.Duration;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DoubtsTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT-16H"})
    void anEntryThatLastsNothingIsNoLongestOneAndStopsTheStart(String longest) {
        assertThatThrownBy(() -> new Doubts(null, null, () -> Duration.parse(longest)))
                .hasMessageContaining("FACTURATION_TIME_LONGEST_ENTRY")
                .hasMessageContaining("16h");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT16H", "P2D"})
    void anyLengthIsTheLongest(String longest) {
        assertThatCode(() -> new Doubts(null, null, () -> Duration.parse(longest)))
                .doesNotThrowAnyException();
    }
}
