package fr.syaga.facturation.clockify.source;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The runs so far. */
@ApplicationScoped
class SyncRuns implements PanacheRepositoryBase<SyncRun, UUID> {

    Optional<SyncRun> last() {
        return find("order by startedAt desc, id").firstResultOptional();
    }

    /** Up to which day Clockify was last read whole. */
    Optional<LocalDate> readUpTo() {
        return find("complete = true order by rangeTo desc")
                .firstResultOptional()
                .map(SyncRun::rangeTo);
    }
}
