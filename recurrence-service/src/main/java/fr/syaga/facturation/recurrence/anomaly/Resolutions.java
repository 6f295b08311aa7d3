package fr.syaga.facturation.recurrence.anomaly;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** What persons said of anomalies. */
@ApplicationScoped
class Resolutions implements PanacheRepositoryBase<Resolution, UUID> {

    private static final String INSERT = """
            INSERT INTO resolution (anomaly_id, reason, resolved_by, resolved_at)
            VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (anomaly_id) DO NOTHING""";

    Map<UUID, ResolutionView> byAnomaly() {
        return listAll().stream().collect(Collectors.toMap(Resolution::anomalyId, Resolution::view));
    }

    /** The first word holds: said again, or by two at once, nothing changes. */
    void keep(UUID anomalyId, ResolutionView said) {
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter(1, anomalyId)
                .setParameter(2, said.reason())
                .setParameter(3, said.resolvedBy())
                .setParameter(4, said.resolvedAt())
                .executeUpdate();
    }
}
