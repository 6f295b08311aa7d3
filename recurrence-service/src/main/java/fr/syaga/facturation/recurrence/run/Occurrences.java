package fr.syaga.facturation.recurrence.run;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** All occurrences that a run claimed or a person skipped. */
@ApplicationScoped
class Occurrences implements PanacheRepositoryBase<Occurrence, UUID> {

    /** What is unique about an occurrence. */
    record Key(UUID contractId, LocalDate periodFrom) {}

    private static final String INSERT = """
            INSERT INTO occurrence (id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount, label,
                                    approve, status)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 'OPEN')
            ON CONFLICT ON CONSTRAINT occurrence_of_a_contract_and_period_exists_once DO NOTHING""";

    /** Those whose invoice is due, or whose period begins, between two days, both inclusive. */
    List<Occurrence> around(LocalDate dueFrom, LocalDate dueTo, LocalDate periodFrom, LocalDate periodTo) {
        return list("dueOn between ?1 and ?2 or periodFrom between ?3 and ?4", dueFrom, dueTo, periodFrom, periodTo);
    }

    /** The one occurrence of a contract and period, made now or found; it is locked until the transaction ends. */
    Occurrence lock(Planned planned) {
        Occurrence fresh = new Occurrence(planned);
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter(1, fresh.id())
                .setParameter(2, fresh.contractId())
                .setParameter(3, fresh.periodFrom())
                .setParameter(4, fresh.periodTo())
                .setParameter(5, fresh.serviceFrom())
                .setParameter(6, fresh.serviceTo())
                .setParameter(7, fresh.dueOn())
                .setParameter(8, fresh.netAmount())
                .setParameter(9, fresh.text().label())
                .setParameter(10, fresh.approve())
                .executeUpdate();
        Key key = planned.key();
        Occurrence one = find("contractId = ?1 and periodFrom = ?2", key.contractId(), key.periodFrom())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .singleResult();
        // What this transaction read before it had the lock may be old.
        getEntityManager().refresh(one);
        return one;
    }

    /** A known occurrence, locked until the transaction ends. */
    Occurrence lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    List<Occurrence> failed() {
        return list("status", OccurrenceStatus.FAILED);
    }

    /** Those whose invoice could still be dropped or cancelled. */
    List<Occurrence> unsettled() {
        return list("status = ?1 and settled = false order by id", OccurrenceStatus.INVOICED);
    }

    List<Occurrence> of(UUID contractId) {
        return list("contractId", contractId);
    }

    /** Those of some contracts that are invoiced, the oldest first. */
    List<Occurrence> invoicedOf(Collection<UUID> contractIds) {
        return list("contractId in ?1 and status = ?2 order by dueOn, id", contractIds, OccurrenceStatus.INVOICED);
    }

    List<Occurrence> claimedBy(UUID runId) {
        return list("runId", runId);
    }

    List<Occurrence> invoicedAs(UUID invoiceId) {
        return list("invoiceId", invoiceId);
    }

    /** What was sent for another period of the same contract that shares days with this one. */
    Optional<Occurrence> overlapping(Occurrence occurrence) {
        return find(
                        "contractId = ?1 and periodFrom <> ?2 and periodFrom <= ?3 and periodTo >= ?2"
                                + " and status in ?4 order by periodFrom",
                        occurrence.contractId(),
                        occurrence.periodFrom(),
                        occurrence.periodTo(),
                        List.of(OccurrenceStatus.CLAIMED, OccurrenceStatus.INVOICED))
                .firstResultOptional();
    }
}
