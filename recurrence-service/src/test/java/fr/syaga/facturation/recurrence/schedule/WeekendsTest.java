package fr.syaga.facturation.recurrence.schedule;

import java.time.LocalDate;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WeekendsTest {

    @ParameterizedTest
    @CsvSource({
        "KEEP,     2025-08-02, 2025-08-02",
        "NEXT,     2025-08-01, 2025-08-01",
        "NEXT,     2025-08-02, 2025-08-04",
        "NEXT,     2025-08-03, 2025-08-04",
        "PREVIOUS, 2025-08-02, 2025-08-01",
        "PREVIOUS, 2025-08-03, 2025-08-01",
        "PREVIOUS, 2025-08-04, 2025-08-04",
    })
    void aSaturdayOrSundayIsKeptOrMovedToAWorkingDay(Weekends weekends, LocalDate day, LocalDate moved) {
        assertThat(weekends.move(day)).isEqualTo(moved);
    }
}
