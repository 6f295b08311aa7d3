package fr.syaga.facturation.clockify.workday;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkingHoursTest {

    private final WorkingHours hours = new WorkingHours(new SmallRyeConfigBuilder()
            .withMapping(WorkdayConfig.class)
            .withDefaultValue("facturation.workday.holidays", "07-14,2025-04-21")
            .build()
            .getConfigMapping(WorkdayConfig.class));

    @ParameterizedTest
    @CsvSource({
        "2025-07-11T08:59, false, false",
        "2025-07-11T09:00, true,  false",
        "2025-07-11T17:59, true,  false",
        "2025-07-11T18:00, false, true",
        "2025-07-12T10:00, false, false",
        "2025-07-12T18:00, false, false",
        "2025-07-14T10:00, false, false",
        "2026-07-14T18:00, false, false",
        "2025-04-21T10:00, false, false",
        "2026-04-21T10:00, true,  false"
    })
    void workingTimeEndsWithTheDayAndLeavesOutWeekendsAndHolidays(LocalDateTime at, boolean on, boolean over) {
        ZonedDateTime then = at.atZone(ZoneId.of("Europe/Paris"));

        assertThat(hours.areOn(then)).isEqualTo(on);
        assertThat(hours.isOver(then)).isEqualTo(over);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-01, false",
        "2025-04-18, true",
        "2025-04-21, false",
        "2025-05-01, false",
        "2025-05-08, false",
        "2025-05-29, false",
        "2025-06-09, false",
        "2025-07-14, false",
        "2025-08-15, false",
        "2025-11-11, false",
        "2025-12-24, true",
        "2025-12-25, false",
        "2025-12-26, true",
        "2026-04-06, false",
        "2026-05-14, false",
        "2026-05-25, false"
    })
    void frenchPublicHolidaysAreKnownWithoutASettingAlsoThoseThatMove(LocalDate day, boolean isWorkday) {
        WorkingHours byDefault = new WorkingHours(new SmallRyeConfigBuilder()
                .withMapping(WorkdayConfig.class)
                .build()
                .getConfigMapping(WorkdayConfig.class));

        assertThat(byDefault.isWorkday(day)).isEqualTo(isWorkday);
    }

    @Test
    void daysOfOurOwnStandBesideTheFrenchOnesOrInsteadOfThem() {
        WorkingHours beside = with("FR,12-26");
        WorkingHours instead = with("12-26");

        assertThat(beside.isWorkday(LocalDate.of(2025, 12, 26))).isFalse();
        assertThat(beside.isWorkday(LocalDate.of(2025, 5, 29))).isFalse();
        assertThat(instead.isWorkday(LocalDate.of(2025, 12, 26))).isFalse();
        assertThat(instead.isWorkday(LocalDate.of(2025, 5, 29))).isTrue();
    }

    private static WorkingHours with(String holidays) {
        return new WorkingHours(new SmallRyeConfigBuilder()
                .withMapping(WorkdayConfig.class)
                .withDefaultValue("facturation.workday.holidays", holidays)
                .build()
                .getConfigMapping(WorkdayConfig.class));
    }
}
