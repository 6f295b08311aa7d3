package fr.syaga.facturation.clockify.workday;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import io.smallrye.config.SmallRyeConfigBuilder;
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
}
