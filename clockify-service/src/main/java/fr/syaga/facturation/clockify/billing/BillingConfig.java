package fr.syaga.facturation.clockify.billing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a customer's time becomes the lines of a bill. */
@ConfigMapping(prefix = "facturation.billing")
interface BillingConfig {

    /** 0, 6 or 15. */
    @WithDefault("0")
    int roundUpToMinutes();

    @WithDefault("ENTRY")
    HourRounding.Per roundEach();

    @WithDefault("CUSTOMER")
    LineBy linesBy();
}
