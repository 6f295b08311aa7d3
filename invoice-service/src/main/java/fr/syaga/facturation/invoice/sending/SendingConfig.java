package fr.syaga.facturation.invoice.sending;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** When somebody is told that an issued document has not left for its customer. */
@ConfigMapping(prefix = "facturation.sending")
interface SendingConfig {

    /** How long after its date an issued invoice may wait until it is sent; then it counts as forgotten. */
    @WithDefault("7d")
    Duration unsentAfter();
}
