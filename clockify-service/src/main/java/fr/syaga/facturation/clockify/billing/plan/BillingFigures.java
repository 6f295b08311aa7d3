package fr.syaga.facturation.clockify.billing.plan;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureQueries;
import fr.syaga.facturation.edge.FigureSource;

/** How much time waits to be billed, and how much cannot be because nobody knows whose it is. */
@ApplicationScoped
class BillingFigures implements FigureSource {

    /** What was not billed in a year is no business of an alarm any more; the billing preview still shows it. */
    private static final int MONTHS = 13;

    private final FigureQueries queries;
    private final BusinessDate businessDate;
    private final Figure unbilled;
    private final Figure overdue;
    private final Figure unmapped;

    BillingFigures(FigureQueries queries, BusinessDate businessDate, MeterRegistry registry) {
        this.queries = queries;
        this.businessDate = businessDate;
        this.unbilled = Figure.of(
                registry,
                "facturation.unbilled.minutes",
                "Minutes of FACTURABLE time of customers that are on no draft, of the last 13 months");
        this.overdue = Figure.of(
                registry,
                "facturation.unbilled.overdue.minutes",
                "Those of them that belong to months before this one");
        this.unmapped = Figure.of(
                registry,
                "facturation.unmapped.minutes",
                "Minutes of FACTURABLE time that cannot be billed because their client is no customer yet");
    }

    @Override
    public void look() {
        LocalDate month = businessDate.today().withDayOfMonth(1);
        queries.each(
                """
                select coalesce(sum(minutes) filter (where customer_code is not null), 0),
                       coalesce(sum(minutes) filter (where customer_code is not null and day < ?), 0),
                       coalesce(sum(minutes) filter (where customer_code is null), 0)
                from (select customer_code, day,
                             greatest(0, extract(epoch from ended_at - started_at) - covered_seconds) / 60 as minutes
                      from time_entry
                      where day >= ? and category = 'FACTURABLE' and billing_item is null and billed_by is null and deleted_at is null
                        and ended_at is not null) open""",
                row -> {
                    unbilled.set(row.getDouble(1));
                    overdue.set(row.getDouble(2));
                    unmapped.set(row.getDouble(3));
                },
                month,
                month.minusMonths(MONTHS - 1));
    }
}
