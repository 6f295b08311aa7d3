package fr.syaga.facturation.recurrence.contract;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;

import fr.syaga.facturation.edge.Rejection;

/** All contracts, those that ended among them. */
@ApplicationScoped
public class Contracts implements PanacheRepositoryBase<Contract, UUID> {

    private static final Sort IN_ORDER =
            Sort.by("customerCode").and("term.since").and("id");

    /** By customer, the oldest first. */
    public List<Contract> inOrder() {
        return listAll(IN_ORDER);
    }

    /** Those that have an end or a pause, so that an invoice can lie beyond, in the same order. */
    public List<Contract> cut() {
        return list("term.until is not null or pauses.pauses is not empty", IN_ORDER);
    }

    /** Those of which a change of calendar left months to nobody, in the same order. */
    public List<Contract> withGaps() {
        return list("gaps.gaps is not empty", IN_ORDER);
    }

    /** The first day on which any of them is invoiced. */
    public Optional<LocalDate> firstDay() {
        return Optional.ofNullable(getEntityManager()
                .createQuery("select min(term.billFrom) from Contract", LocalDate.class)
                .getSingleResult());
    }

    /** Those with one of these ids, or made from one of these patterns. */
    public List<Contract> of(Collection<UUID> ids, Collection<UUID> patternIds) {
        return list("id in ?1 or patternId in ?2", ids, patternIds);
    }

    public Contract get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejection.notFound("contract", id));
    }

    /** The contract, locked until the transaction ends: two changes at once follow each other. */
    public Contract lock(UUID id) {
        return find("id", id)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional()
                .orElseThrow(() -> Rejection.notFound("contract", id));
    }
}
