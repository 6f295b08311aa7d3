package fr.syaga.facturation.recurrence.schedule;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ScheduleTest {

    private static final LocalDate START = LocalDate.of(2023, 12, 1);
    private static final LocalDate END = LocalDate.of(2026, 1, 31);

    @Test
    void aMonthlyContractOfTheThirtyFirstKeepsTheMonthEndThroughALeapYear() {
        List<LocalDate> due = walkTheClock(new Schedule(Periodicity.MONTHLY, YearMonth.of(2023, 12), 31));

        assertThat(due)
                .hasSize(26)
                .allMatch(day -> day.equals(YearMonth.from(day).atEndOfMonth()));
        assertThat(due).contains(LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31), LocalDate.of(2025, 2, 28));
    }

    @ParameterizedTest
    @EnumSource(Periodicity.class)
    void walkingTheClockADayAtATimeMeetsEachDueDateOnce(Periodicity periodicity) {
        Schedule schedule = new Schedule(periodicity, YearMonth.of(2019, 1), 30);

        List<LocalDate> walked = walkTheClock(schedule);

        assertThat(walked).isEqualTo(schedule.between(START, END).toList()).doesNotHaveDuplicates();
        assertThat(walked).allMatch(day -> (Math.floorMod(day.getMonthValue() - 1, periodicity.months())) == 0);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,      2025-07, 1,  2025-07-31, 2025-08-01",
        "MONTHLY,      2025-07, 31, 2025-07-31, 2025-08-31",
        "MONTHLY,      2025-01, 31, 2025-01-31, 2025-02-28",
        "QUARTERLY,    2025-07, 1,  2025-07-31, 2025-10-01",
        "BIMONTHLY,    2018-11, 1,  2025-07-31, 2025-09-01",
        "SEMIANNUAL,   2021-09, 15, 2025-09-14, 2025-09-15",
        "ANNUAL,       2024-02, 29, 2024-02-29, 2025-02-28",
    })
    void theNextDueDateIsTheFirstAfterTheDay(
            Periodicity periodicity, YearMonth anchor, int day, LocalDate after, LocalDate next) {
        assertThat(new Schedule(periodicity, anchor, day).firstAfter(after)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({
        "MONTHLY,   1,  2025-08-01, Août 2025",
        "MONTHLY,   31, 2025-08-31, Août 2025",
        "QUARTERLY, 1,  2025-10-01, Octobre à décembre 2025",
        "QUARTERLY, 31, 2025-12-31, Octobre à décembre 2025",
        "ANNUAL,    12, 2025-04-12, Avril 2025 à mars 2026",
    })
    void anInvoiceStandsForThePeriodThatItsDueDateBegins(
            Periodicity periodicity, int day, LocalDate due, String period) {
        Schedule schedule = new Schedule(periodicity, YearMonth.from(due), day);

        assertThat(schedule.periodOf(due).inFrench()).isEqualTo(period);
    }

    @Test
    void monthsAreThoseInWhichAnInvoiceIsDue() {
        assertThat(new Schedule(Periodicity.QUARTERLY, YearMonth.of(2025, 11), 1).months())
                .containsExactly(2, 5, 8, 11);
    }

    private static List<LocalDate> walkTheClock(Schedule schedule) {
        List<LocalDate> due = new ArrayList<>();
        for (LocalDate today = START; !today.isAfter(END); today = today.plusDays(1)) {
            if (schedule.firstOnOrAfter(today).equals(today)) {
                due.add(today);
            }
        }
        return due;
    }
}
