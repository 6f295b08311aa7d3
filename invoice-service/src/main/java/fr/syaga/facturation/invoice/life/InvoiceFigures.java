package fr.syaga.facturation.invoice.life;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureQueries;
import fr.syaga.facturation.edge.FigureSource;
import fr.syaga.facturation.invoice.invoice.InvoiceOrigin;
import fr.syaga.facturation.invoice.invoice.InvoiceStatus;

/** How many documents wait for somebody, and how many were issued this month. What was issued before is never counted again. */
@ApplicationScoped
class InvoiceFigures implements FigureSource {

    private static final List<InvoiceStatus> OPEN = List.of(InvoiceStatus.DRAFT, InvoiceStatus.APPROVED);

    private final FigureQueries queries;
    private final BusinessDate businessDate;
    private final Map<String, Figure> open = new HashMap<>();
    private final Map<String, Figure> issued = new HashMap<>();

    InvoiceFigures(FigureQueries queries, BusinessDate businessDate, MeterRegistry registry) {
        this.queries = queries;
        this.businessDate = businessDate;
        for (InvoiceOrigin origin : InvoiceOrigin.values()) {
            for (InvoiceStatus status : OPEN) {
                open.put(
                        key(status.name(), origin.name()),
                        Figure.of(
                                registry,
                                "facturation.invoices.open",
                                "Invoices and credit notes that are not issued, by state and by what made them",
                                "status",
                                status.name(),
                                "origin",
                                origin.name()));
            }
            issued.put(
                    origin.name(),
                    Figure.of(
                            registry,
                            "facturation.invoices.issued.this.month",
                            "Invoices and credit notes issued with a date of this month, by what made them",
                            "origin",
                            origin.name()));
        }
    }

    private static String key(String status, String origin) {
        return status + " " + origin;
    }

    @Override
    public void look() {
        Map<String, Long> found = new HashMap<>();
        queries.each(
                "select status, origin, count(*) from invoice where status in ('DRAFT', 'APPROVED')"
                        + " and status <> 'ISSUED' and kind <> 'QUOTE' group by status, origin",
                row -> found.put(key(row.getString(1), row.getString(2)), row.getLong(3)));
        open.forEach((key, figure) -> figure.set(found.getOrDefault(key, 0L)));

        Map<String, Long> thisMonth = new HashMap<>();
        LocalDate first = businessDate.today().withDayOfMonth(1);
        queries.each(
                "select origin, count(*) from invoice"
                        + " where status = 'ISSUED' and issued_on >= ? and issued_on < ? group by origin",
                row -> thisMonth.put(row.getString(1), row.getLong(2)),
                first,
                first.plusMonths(1));
        issued.forEach((origin, figure) -> figure.set(thisMonth.getOrDefault(origin, 0L)));
    }
}
