package fr.syaga.facturation.export.export;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureQueries;
import fr.syaga.facturation.edge.FigureSource;

/** How the exports of the last day went. */
@ApplicationScoped
class ExportFigures implements FigureSource {

    private static final Duration DAY = Duration.ofDays(1);

    private final FigureQueries queries;
    private final Map<Export.Status, Figure> exports = new EnumMap<>(Export.Status.class);
    private final Figure slowest;
    private final Figure waiting;

    ExportFigures(FigureQueries queries, MeterRegistry registry) {
        this.queries = queries;
        for (Export.Status status : Export.Status.values()) {
            exports.put(
                    status,
                    Figure.of(
                            registry,
                            "facturation.exports",
                            "Exports that were ordered in the last 24 hours, by state",
                            "status",
                            status.name()));
        }
        this.slowest = Figure.of(
                registry,
                "facturation.exports.slowest.seconds",
                "How long the slowest export of the last 24 hours took from its order to its file");
        this.waiting = Figure.of(
                registry,
                "facturation.exports.waiting.seconds",
                "For how long the oldest unfinished export of the last 24 hours has been waiting");
    }

    @Override
    public void look() {
        Map<String, Long> found = new HashMap<>();
        slowest.set(0);
        waiting.set(0);
        OffsetDateTime since = OffsetDateTime.ofInstant(Instant.now().minus(DAY), ZoneOffset.UTC);
        queries.each(
                """
                select status, count(*), coalesce(max(extract(epoch from finished_at - created_at)), 0),
                       max(extract(epoch from now() - created_at))
                from export where created_at >= ? group by status""",
                row -> {
                    found.put(row.getString(1), row.getLong(2));
                    switch (Export.Status.valueOf(row.getString(1))) {
                        case DONE -> slowest.set(row.getDouble(3));
                        case RUNNING -> waiting.set(row.getDouble(4));
                        case FAILED -> {
                            // How long a failure took says nothing.
                        }
                    }
                },
                since);
        exports.forEach((status, figure) -> figure.set(found.getOrDefault(status.name(), 0L)));
    }
}
