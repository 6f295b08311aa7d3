package fr.syaga.facturation.recurrence.anomaly;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A person's word, with its reason, that an anomaly is dealt with. */
@Entity
class Resolution {

    @Id
    private UUID anomalyId;

    private String reason;
    private String resolvedBy;
    private Instant resolvedAt;

    protected Resolution() {}

    UUID anomalyId() {
        return anomalyId;
    }

    ResolutionView view() {
        return new ResolutionView(reason, resolvedBy, resolvedAt);
    }
}
