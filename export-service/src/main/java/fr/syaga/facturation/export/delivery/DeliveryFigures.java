package fr.syaga.facturation.export.delivery;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureQueries;
import fr.syaga.facturation.edge.FigureSource;

/** Where the mails of the last month to customers stand. */
@ApplicationScoped
class DeliveryFigures implements FigureSource {

    private static final Period MONTH = Period.ofDays(31);

    private final FigureQueries queries;
    private final Map<Delivery.Status, Figure> deliveries = new EnumMap<>(Delivery.Status.class);

    DeliveryFigures(FigureQueries queries, MeterRegistry registry) {
        this.queries = queries;
        for (Delivery.Status status : Delivery.Status.values()) {
            deliveries.put(
                    status,
                    Figure.of(
                            registry,
                            "facturation.deliveries",
                            "Mails to customers that were ordered in the last 31 days, by state",
                            "status",
                            status.name()));
        }
    }

    @Override
    public void look() {
        Map<String, Long> found = new HashMap<>();
        queries.each(
                "select status, count(*) from delivery where created_at >= ? group by status",
                row -> found.put(row.getString(1), row.getLong(2)),
                OffsetDateTime.ofInstant(Instant.now().minus(MONTH), ZoneOffset.UTC));
        deliveries.forEach((status, figure) -> figure.set(found.getOrDefault(status.name(), 0L)));
    }
}
