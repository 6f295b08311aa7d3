package fr.syaga.facturation.clockify.billing.lines;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How a customer's time becomes the lines of a bill. */
@ConfigMapping(prefix = "facturation.billing")
public interface BillingConfig {

    /** Time is billed exactly (0), or rounded up to 6 or 15 minutes. */
    @WithDefault("0")
    int roundUpToMinutes();

    /** What is rounded up on its own: each ENTRY, or each DAY of a line. */
    @WithDefault("ENTRY")
    HourRounding.Per roundEach();

    /** One line a CUSTOMER, PROJECT or TASK. */
    @WithDefault("CUSTOMER")
    LineBy linesBy();

    /** true: only time that was approved in Clockify is billed; the preview lists what waits. */
    @WithDefault("false")
    boolean approvedOnly();
}
