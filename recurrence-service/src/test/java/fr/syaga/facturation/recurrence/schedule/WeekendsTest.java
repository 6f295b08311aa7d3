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

    /** Easter Monday and Whit Monday, a Monday of All Saints, Christmas on a Friday and on a Monday. */
    @ParameterizedTest
    @CsvSource({
        "NEXT,     2025-04-19, 2025-04-22",
        "NEXT,     2025-06-08, 2025-06-10",
        "NEXT,     2027-10-30, 2027-11-02",
        "NEXT,     2023-12-24, 2023-12-26",
        "PREVIOUS, 2026-12-26, 2026-12-24",
        "PREVIOUS, 2026-12-27, 2026-12-24",
    })
    void aDateThatMovesNeverLandsOnAPublicHoliday(Weekends weekends, LocalDate day, LocalDate moved) {
        assertThat(weekends.move(day)).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({"NEXT, 2025-05-01", "PREVIOUS, 2025-07-14", "NEXT, 2025-04-21"})
    void aPublicHolidayInTheWeekIsKept(Weekends weekends, LocalDate day) {
        assertThat(weekends.move(day)).isEqualTo(day);
    }
}
