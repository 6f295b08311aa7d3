package fr.syaga.facturation.clockify.monitoring;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.TrackedTime;

import static org.assertj.core.api.Assertions.assertThat;

class ReminderTest {

    private static final Instant NINE = Instant.parse("2025-07-10T07:00:00Z");
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

        assertThat(Reminder.of(timer, NINE.plus(Duration.ofHours(hours)), today, new Defaults())
                        .map(Reminder::kind)
                        .orElse(null))
                .isEqualTo(expected);
        assertThat(timer.day()).isEqualTo(DAY);
    }

    private record Defaults() implements MonitoringConfig {

        @Override
        public LocalTime workTo() {
            return LocalTime.of(18, 0);
        }

        @Override
        public Duration longTimer() {
            return Duration.ofHours(2);
        }

        @Override
        public Duration forgottenTimer() {
            return Duration.ofHours(10);
        }

        @Override
        public int shortDescription() {
            return 10;
        }

        @Override
        public int billableGoal() {
            return 60;
        }
    }
}
