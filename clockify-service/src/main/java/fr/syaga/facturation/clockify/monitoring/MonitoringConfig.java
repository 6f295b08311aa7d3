package fr.syaga.facturation.clockify.monitoring;

import java.time.Duration;
import java.time.LocalTime;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When the working day ends and from when on something is worth a reminder. */
@ConfigMapping(prefix = "facturation.monitoring")
interface MonitoringConfig {

    @WithDefault("18:00")
    LocalTime workTo();

    /** A timer that runs longer should say what it is for. */
    @WithDefault("2h")
    Duration longTimer();

    /** A timer that runs longer was forgotten. */
    @WithDefault("10h")
    Duration forgottenTimer();

    @WithDefault("10")
    int shortDescription();

    /** Percent of the time that should be billable. */
    @WithDefault("60")
    int billableGoal();
}
