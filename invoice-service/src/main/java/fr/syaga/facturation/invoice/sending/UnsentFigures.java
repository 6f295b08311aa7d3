package fr.syaga.facturation.invoice.sending;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureQueries;
import fr.syaga.facturation.edge.FigureSource;

/** How many issued documents of our own nobody sent although it is time; of imported ones nobody knows. */
@ApplicationScoped
class UnsentFigures implements FigureSource {

    private final FigureQueries queries;
    private final BusinessDate date;
    private final SendingConfig config;
    private final Figure unsent;

    UnsentFigures(FigureQueries queries, BusinessDate date, SendingConfig config, MeterRegistry registry) {
        this.queries = queries;
        this.date = date;
        this.config = config;
        this.unsent = Figure.of(
                registry,
                "facturation.invoices.unsent",
                "Issued invoices and credit notes of our own that were not sent although their date is days ago");
    }

    @Override
    public void look() {
        queries.each(
                "select count(*) from invoice"
                        + " where status = 'ISSUED' and origin <> 'HISTORY' and sent_at is null and issued_on <= ?"
                        + " and id not in (select invoice_id from cached_sending)",
                row -> unsent.set(row.getLong(1)),
                date.today().minusDays(config.unsentAfter().toDays()));
    }
}
