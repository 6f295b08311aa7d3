package fr.syaga.facturation.recurrence.run;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.edge.Rejection;

/** The previews of the last days. */
@ApplicationScoped
class RunPreviews implements PanacheRepositoryBase<RunPreview, UUID> {

    /** A preview that nobody ran within a month is of no use any more. */
    private static final Duration KEPT = Duration.ofDays(31);

    void keep(RunPreview preview) {
        delete("createdAt < ?1", Instant.now().minus(KEPT));
        persist(preview);
    }

    RunPreview get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Rejection.conflict(
                        "preview-is-unknown",
                        "There is no preview %s, or it is too old; make a new dry run.".formatted(id)));
    }
}
