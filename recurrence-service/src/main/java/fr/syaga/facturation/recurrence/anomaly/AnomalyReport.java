package fr.syaga.facturation.recurrence.anomaly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** All anomalies as of a day: what they come to at the top, then by kind, then each, the most euros first. */
record AnomalyReport(
        LocalDate asOf,
        int count,
        BigDecimal totalAtStake,
        List<KindTotal> byKind,
        List<Anomaly> items,
        String nextCursor) {

    private static final Comparator<Anomaly> MOST_EUROS_FIRST = Comparator.comparing(Anomaly::atStake)
            .thenComparing(Anomaly::dueOn)
            .reversed()
            .thenComparing(Anomaly::customerCode)
            .thenComparing(Anomaly::kind);

    /** How many there are of a kind, and for how many euros. */
    record KindTotal(Anomaly.Kind kind, int count, BigDecimal atStake) {}

    static AnomalyReport of(LocalDate asOf, List<Anomaly> found) {
        Map<Anomaly.Kind, KindTotal> byKind = new EnumMap<>(Anomaly.Kind.class);
        for (Anomaly each : found) {
            byKind.merge(
                    each.kind(),
                    new KindTotal(each.kind(), 1, each.atStake()),
                    (a, b) -> new KindTotal(
                            a.kind(), a.count() + b.count(), a.atStake().add(b.atStake())));
        }
        List<KindTotal> totals = byKind.values().stream()
                .sorted(Comparator.comparing(KindTotal::atStake).reversed())
                .toList();
        return new AnomalyReport(
                asOf,
                found.size(),
                totals.stream().map(KindTotal::atStake).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add),
                totals,
                found.stream().sorted(MOST_EUROS_FIRST).toList(),
                null);
    }
}
