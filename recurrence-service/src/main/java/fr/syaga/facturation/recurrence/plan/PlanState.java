package fr.syaga.facturation.recurrence.plan;

import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.FigureQueries;

/**
 * Tells whether anything changed that plans and anomalies are made of, whichever replica changed it. A row bears the transaction that
 * wrote it last, and later transactions have higher numbers: where as many rows have the same sum of numbers, each row is the same.
 */
@ApplicationScoped
public class PlanState {

    private static final String SQL = Stream.of(
                    "contract",
                    "contract_price",
                    "contract_pause",
                    "contract_gap",
                    "occurrence",
                    "pattern",
                    "resolution")
            .map(table -> "select '%1$s' as name, count(*) as rows, sum(xmin::text::bigint) as written from %1$s"
                    .formatted(table))
            .collect(Collectors.joining(
                    " union all ",
                    "select string_agg(concat_ws(' ', name, rows, written), ', ' order by name) from (",
                    ") as state"));

    private final FigureQueries database;

    PlanState(FigureQueries database) {
        this.database = database;
    }

    /** The same text as long as nothing changed. */
    public String now() {
        AtomicReference<String> state = new AtomicReference<>();
        database.each(SQL, row -> state.set(row.getString(1)));
        return state.get();
    }
}
