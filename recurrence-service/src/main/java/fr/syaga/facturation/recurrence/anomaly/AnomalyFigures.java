package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Figure;
import fr.syaga.facturation.edge.FigureSource;
import fr.syaga.facturation.recurrence.overrun.Overruns;
import fr.syaga.facturation.recurrence.plan.PlanState;

/** How much the anomalies of today come to. */
@ApplicationScoped
class AnomalyFigures implements FigureSource {

    private final Anomalies anomalies;
    private final Overruns overruns;
    private final PlanState state;
    private final BusinessDate businessDate;
    private final Map<Anomaly.Kind, Figure> open = new EnumMap<>(Anomaly.Kind.class);
    private final Map<Anomaly.Kind, Figure> euros = new EnumMap<>(Anomaly.Kind.class);

    /** The day and the state of which the figures are. */
    private String seen;

    AnomalyFigures(
            Anomalies anomalies,
            Overruns overruns,
            PlanState state,
            BusinessDate businessDate,
            MeterRegistry registry) {
        this.anomalies = anomalies;
        this.overruns = overruns;
        this.state = state;
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
        overruns.ask();
        LocalDate today = businessDate.today();
        String now = today + " " + state.now();
        if (!now.equals(seen)) {
            tell(anomalies.known(today));
            seen = now;
        }
    }

    private void tell(AnomalyReport report) {
        Map<Anomaly.Kind, AnomalyReport.KindTotal> found = new EnumMap<>(Anomaly.Kind.class);
        report.byKind().forEach(total -> found.put(total.kind(), total));
        for (Anomaly.Kind kind : Anomaly.Kind.values()) {
            AnomalyReport.KindTotal none = new AnomalyReport.KindTotal(kind, 0, BigDecimal.ZERO);
            open.get(kind).set(found.getOrDefault(kind, none).count());
            euros.get(kind).set(found.getOrDefault(kind, none).atStake());
        }
    }
}
