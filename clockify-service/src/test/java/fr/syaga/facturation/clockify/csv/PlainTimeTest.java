package fr.syaga.facturation.clockify.csv;

import java.time.DateTimeException;
import java.time.LocalTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A time of day as Clockify mostly writes it is read like any other. */
class PlainTimeTest {

    @Test
    void everySecondOfADayIsRead() {
        for (int second = 0; second < 24 * 3600; second++) {
            LocalTime time = LocalTime.ofSecondOfDay(second);
            String written = "%02d:%02d:%02d".formatted(time.getHour(), time.getMinute(), time.getSecond());
            assertThat(CsvTime.time(written)).isEqualTo(time).isEqualTo(CsvTime.time(" " + written + " "));
            assertThat(CsvTime.hasSeconds(written)).isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00:00", "09:60:00", "09:00:60", "99:99:99"})
    void whatIsInNoDayIsNamed(String written) {
        assertThatThrownBy(() -> CsvTime.time(written))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("'%s' is not a time of day", written);
    }
}
