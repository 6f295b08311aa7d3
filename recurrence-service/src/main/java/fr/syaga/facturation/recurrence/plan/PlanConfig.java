package fr.syaga.facturation.recurrence.plan;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import fr.syaga.facturation.recurrence.schedule.Weekends;

/** How this product runs contracts. */
@ConfigMapping(prefix = "recurrence")
public interface PlanConfig {

    /** What becomes of due dates on a Saturday or Sunday: KEEP, or the NEXT or PREVIOUS working day. */
    @WithDefault("KEEP")
    Weekends weekends();
}
