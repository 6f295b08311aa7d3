package fr.syaga.facturation.clockify.reminder;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.merge.TrackedTime;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

import static org.assertj.core.api.Assertions.assertThat;

class ReminderTest {

    private static final Instant NINE = Instant.parse("2025-07-10T07:00:00Z");
    private static final MonitoringConfig DEFAULTS = new SmallRyeConfigBuilder()
            .withConverter(Duration.class, 100, new DurationConverter())
            .withMapping(MonitoringConfig.class)
            .build()
            .getConfigMapping(MonitoringConfig.class);
    private static final LocalDate DAY = LocalDate.of(2025, 7, 10);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "P, Support des utilisateurs, 3,  2025-07-10, -",
                "P, abc,                      1,  2025-07-10, -",
                "P, abc,                      3,  2025-07-10, TIMER_WITHOUT_DESCRIPTION",
                "P, -,                        3,  2025-07-10, TIMER_WITHOUT_DESCRIPTION",
                "P, Support des utilisateurs, 11, 2025-07-10, TIMER_FORGOTTEN",
                "P, Support des utilisateurs, 9,  2025-07-11, TIMER_FORGOTTEN",
                "-, Support des utilisateurs, 1,  2025-07-10, NO_PROJECT"
            })
    void aTimerIsRemindedOfWhatIsWrongWithIt(
            String project, String description, int hours, LocalDate today, Reminder.Kind expected) {
        TimeEntry timer = TrackedTime.of("LAA", project, description, NINE, null);

        assertThat(new EntryCheck(NINE.plus(Duration.ofHours(hours)), today, DEFAULTS)
                        .of(timer)
                        .map(Reminder::kind)
                        .orElse(null))
                .isEqualTo(expected);
        assertThat(timer.day()).isEqualTo(DAY);
    }

    @Test
    void whoIsAtWorkAndRunsNoTimerIsRemindedOnceAGap() {
        TimeEntry morning = TrackedTime.of("LAA", "P", "Support", NINE, NINE.plus(Duration.ofHours(1)));
        TimeEntry running = TrackedTime.of("LAA", "P", "Support", NINE.plus(Duration.ofHours(2)), null);

        assertThat(idleAt(NINE.plus(Duration.ofMinutes(70)), morning)).isEmpty();
        assertThat(idleAt(NINE.plus(Duration.ofMinutes(80)), morning))
                .singleElement()
                .extracting(Reminder::kind, Reminder::userName)
                .containsExactly(Reminder.Kind.NO_TIMER, "Camille");
        assertThat(idleAt(NINE.plus(Duration.ofMinutes(95)), morning))
                .extracting(Reminder::subject)
                .isEqualTo(idleAt(NINE.plus(Duration.ofMinutes(80)), morning).stream()
                        .map(Reminder::subject)
                        .toList());
        assertThat(idleAt(NINE.plus(Duration.ofHours(3)), morning, running)).isEmpty();
    }

    private static List<Reminder> idleAt(Instant now, TimeEntry... entries) {
        return new IdleCheck(now, ZoneId.of("Europe/Paris"), Duration.ofMinutes(15)).of(List.of(entries));
    }
}
