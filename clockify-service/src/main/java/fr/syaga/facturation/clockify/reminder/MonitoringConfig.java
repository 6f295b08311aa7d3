package fr.syaga.facturation.clockify.reminder;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** From when on something is worth a reminder. */
@ConfigMapping(prefix = "facturation.monitoring")
interface MonitoringConfig {

    /** A timer that runs longer should say what it is for. */
    @WithDefault("2h")
    Duration longTimer();

    /** A timer that runs longer was forgotten. */
    @WithDefault("10h")
    Duration forgottenTimer();

    /** A description of fewer characters says too little. */
    @WithDefault("10")
    int shortDescription();

    /** Without a timer for so long in working hours, somebody forgot to start one. */
    @WithDefault("15m")
    Duration idleAfter();

    /** Who tracked no time for so many days is away and not reminded. */
    @WithDefault("7")
    int activeDays();

    /** Percent of the time that should be billable. */
    @WithDefault("60")
    int billableGoal();

    /** Before so much of a day is tracked its share says little. */
    @WithDefault("2h")
    Duration goalAfter();

    /** Percent of a contract's hours from which on it is close to overrun. */
    @WithDefault("80")
    int nearOverrun();
}
