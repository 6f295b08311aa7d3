package fr.syaga.facturation.edge;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** A number of the business that a monitoring system reads: 0 until the first look, from then on what the last look found. */
public final class Figure {

    private volatile double value;

    private Figure() {}

    /**
     * Registers it.
     *
     * @param help one sentence for whoever meets it on a dashboard
     * @param tags name and value in turn, of a small set that is known here: each combination is a series for ever
     */
    public static Figure of(MeterRegistry registry, String name, String help, String... tags) {
        Figure figure = new Figure();
        Gauge.builder(name, figure, each -> each.value)
                .description(help)
                .tags(tags)
                .strongReference(true)
                .register(registry);
        return figure;
    }

    public void set(Number found) {
        this.value = found.doubleValue();
    }
}
