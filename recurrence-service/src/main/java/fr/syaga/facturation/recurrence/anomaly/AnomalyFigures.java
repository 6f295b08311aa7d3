package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureSource;

/** How much the anomalies of today come to. */
@ApplicationScoped
class AnomalyFigures implements FigureSource {

    private final Anomalies anomalies;
    private final BusinessDate businessDate;
    private final Map<Anomaly.Kind, Figure> open = new EnumMap<>(Anomaly.Kind.class);
    private final Map<Anomaly.Kind, Figure> euros = new EnumMap<>(Anomaly.Kind.class);

    AnomalyFigures(Anomalies anomalies, BusinessDate businessDate, MeterRegistry registry) {
        this.anomalies = anomalies;
        this.businessDate = businessDate;
        for (Anomaly.Kind kind : Anomaly.Kind.values()) {
            open.put(
                    kind,
                    Figure.of(
                            registry,
                            "facturation.anomalies",
                            "Open disagreements between contracts and invoices, by kind",
                            "kind",
                            kind.name()));
            euros.put(
                    kind,
                    Figure.of(
                            registry,
                            "facturation.anomalies.euros",
                            "Euros without VAT at stake in them, by kind",
                            "kind",
                            kind.name()));
        }
    }

    @Override
    public void look() {
        Map<Anomaly.Kind, AnomalyReport.KindTotal> found = new EnumMap<>(Anomaly.Kind.class);
        anomalies.open(businessDate.today()).byKind().forEach(total -> found.put(total.kind(), total));
        for (Anomaly.Kind kind : Anomaly.Kind.values()) {
            AnomalyReport.KindTotal none = new AnomalyReport.KindTotal(kind, 0, BigDecimal.ZERO);
            open.get(kind).set(found.getOrDefault(kind, none).count());
            euros.get(kind).set(found.getOrDefault(kind, none).atStake());
        }
    }
}
