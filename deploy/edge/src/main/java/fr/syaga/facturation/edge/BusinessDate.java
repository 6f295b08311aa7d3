package fr.syaga.facturation.edge;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The day the business lives in, Europe/Paris. {@code FACTURATION_TODAY} fixes it for a demonstration or a test; while it is
 * fixed no timer fires. Tokens and journal instants use the real clock all the same.
 */
@ApplicationScoped
public class BusinessDate {

    private final Optional<LocalDate> fixed;
    private final Clock clock;

    BusinessDate(
            @ConfigProperty(name = "facturation.today") Optional<LocalDate> fixed,
            @ConfigProperty(name = "facturation.zone") ZoneId zone) {
        this.fixed = fixed;
        this.clock = Clock.system(zone);
    }

    /** Today, or the fixed day. */
    public LocalDate today() {
        return fixed.orElseGet(() -> LocalDate.now(clock));
    }

    /** True while a fixed day stands in for the real one: timers stay silent. */
    public boolean isFixed() {
        return fixed.isPresent();
    }

    public ZoneId zone() {
        return clock.getZone();
    }
}
