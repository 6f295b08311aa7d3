package fr.syaga.facturation.recurrence.indexation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

import fr.syaga.facturation.edge.Rejection;

/** All indexations, proposed and applied. */
@ApplicationScoped
class Indexations implements PanacheRepositoryBase<Indexation, UUID> {

    List<Indexation> latestFirst() {
        return listAll(Sort.descending("createdAt").and("id"));
    }

    Indexation get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejection.notFound("indexation", id));
    }

    /** The indexation, locked until the transaction ends: two who say yes at once follow each other. */
    Indexation lock(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Rejection.notFound("indexation", id));
    }

    /** The latest month of an index to which each contract was indexed. */
    Map<UUID, LocalDate> indexedTo(String index) {
        Map<UUID, LocalDate> latest = new HashMap<>();
        List<Indexation> applied = list("status = ?1 and revision.indexName = ?2", IndexationStatus.APPLIED, index);
        for (Indexation each : applied) {
            each.changing()
                    .forEach(contract -> latest.merge(
                            contract.contractId(), each.revision().newMonth(), (a, b) -> a.isAfter(b) ? a : b));
        }
        return latest;
    }
}
