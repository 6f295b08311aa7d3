package fr.syaga.facturation.clockify.doubt;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What a person can have worked. */
@ConfigMapping(prefix = "facturation.time")
interface TimeConfig {

    /** An entry that lasts longer is doubtful: its timer was forgotten. It is billed only when a person says so. */
    @WithDefault("16h")
    Duration longestEntry();
}
