package fr.syaga.facturation.clockify.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureQueries;
import fr.syaga.facturation.edge.FigureSource;

/** How many mails were sent, and how often the mail server refused one. */
@ApplicationScoped
class MailFigures implements FigureSource {

    private static final Duration DAY = Duration.ofDays(1);

    private final FigureQueries queries;
    private final Figure reminders;
    private final Figure reports;
    private final Counter refused;

    MailFigures(FigureQueries queries, MeterRegistry registry) {
        this.queries = queries;
        this.reminders =
                Figure.of(registry, "facturation.reminders.sent", "Reminders that were mailed in the last 24 hours");
        this.reports =
                Figure.of(registry, "facturation.reports.sent", "Daily reports that were mailed in the last 24 hours");
        this.refused = Counter.builder("facturation.mails.refused")
                .description("Mails to our own people that the mail server did not take from this replica")
                .register(registry);
    }

    void refused() {
        refused.increment();
    }

    @Override
    public void look() {
        queries.each(
                "select count(*) filter (where subject not like 'report:%'), count(*) filter (where subject like 'report:%')"
                        + " from notice where sent_at >= ?",
                row -> {
                    reminders.set(row.getLong(1));
                    reports.set(row.getLong(2));
                },
                OffsetDateTime.ofInstant(Instant.now().minus(DAY), ZoneOffset.UTC));
    }
}
