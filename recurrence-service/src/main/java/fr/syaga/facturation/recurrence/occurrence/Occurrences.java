package fr.syaga.facturation.recurrence.occurrence;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.recurrence.schedule.Period;
import fr.syaga.facturation.recurrence.term.DueInvoice;

/** All occurrences that a run claimed or a person skipped. */
@ApplicationScoped
public class Occurrences implements PanacheRepositoryBase<Occurrence, UUID> {

    /** One that is invoiced or skipped, and as little of it as tells whether its contract still says the same. */
    public record Settled(
            UUID contractId, LocalDate periodFrom, LocalDate periodTo, BigDecimal netAmount, OccurrenceStatus status) {

        public OccurrenceKey key() {
            return new OccurrenceKey(contractId, periodFrom);
        }

        /** A person skipped it, or it is invoiced at the price that the contract asks for the same months, if for any. */
        public boolean isAsAgreed(DueInvoice agreed) {
            return status == OccurrenceStatus.SKIPPED
                    || agreed.isPaused()
                    || !agreed.period().to().equals(periodTo)
                    || agreed.netAmount().compareTo(netAmount) == 0;
        }
    }

    private static final Set<OccurrenceStatus> SETTLED =
            EnumSet.of(OccurrenceStatus.INVOICED, OccurrenceStatus.SKIPPED);

    private static final String INSERT = """
            insert into occurrence (id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount, label,
                                    approve, status)
            select id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount, label, approve, 'OPEN'
            from unnest(cast(:ids as uuid[]), cast(:contracts as uuid[]), cast(:from as date[]), cast(:to as date[]),
                        cast(:serviceFrom as date[]), cast(:serviceTo as date[]), cast(:dueOn as date[]),
                        cast(:net as numeric[]), cast(:labels as text[]), cast(:approve as boolean[]))
                 as fresh (id, contract_id, period_from, period_to, service_from, service_to, due_on, net_amount, label, approve)
            order by contract_id, period_from
            on conflict on constraint occurrence_of_a_contract_and_period_exists_once do nothing""";

    private static final String LOCK = """
            select occurrence.* from occurrence
            join unnest(cast(:contracts as uuid[]), cast(:from as date[])) as wanted (contract_id, period_from)
                using (contract_id, period_from)
            order by contract_id, period_from for update of occurrence""";

    private static final String OVERLAPPING = """
            select distinct on (asked.contract_id, asked.period_from)
                   asked.contract_id, asked.period_from, other.period_from, other.period_to
            from unnest(cast(:contracts as uuid[]), cast(:from as date[]), cast(:to as date[]))
                 as asked (contract_id, period_from, period_to)
            join occurrence other on other.contract_id = asked.contract_id and other.period_from <> asked.period_from
                 and other.period_from <= asked.period_to and other.period_to >= asked.period_from
                 and other.status in ('CLAIMED', 'INVOICED')
            order by asked.contract_id, asked.period_from, other.period_from""";

    /** Those whose invoice is due, or whose period begins, between two days, both inclusive. */
    public List<Occurrence> around(LocalDate dueFrom, LocalDate dueTo, LocalDate periodFrom, LocalDate periodTo) {
        return list("dueOn between ?1 and ?2 or periodFrom between ?3 and ?4", dueFrom, dueTo, periodFrom, periodTo);
    }

    /** The one occurrence of a contract and period, made now or found; it is locked until the transaction ends. */
    public Occurrence lock(InvoiceRequest request) {
        Occurrence one = lock(List.of(request)).get(request.key());
        // What this transaction read before it had the lock may be old.
        getEntityManager().refresh(one);
        return one;
    }

    /**
     * The same for many at once, in a transaction that read none of them before. They are locked in one order, so that nobody
     * waits in a circle.
     */
    Map<OccurrenceKey, Occurrence> lock(List<InvoiceRequest> requests) {
        List<Occurrence> fresh = requests.stream().map(Occurrence::new).toList();
        getEntityManager()
                .createNativeQuery(INSERT)
                .setParameter("ids", array(fresh, Occurrence::id, UUID[]::new))
                .setParameter("contracts", array(fresh, Occurrence::contractId, UUID[]::new))
                .setParameter("from", array(fresh, Occurrence::periodFrom, LocalDate[]::new))
                .setParameter("to", array(fresh, Occurrence::periodTo, LocalDate[]::new))
                .setParameter("serviceFrom", array(fresh, Occurrence::serviceFrom, LocalDate[]::new))
                .setParameter("serviceTo", array(fresh, Occurrence::serviceTo, LocalDate[]::new))
                .setParameter("dueOn", array(fresh, Occurrence::dueOn, LocalDate[]::new))
                .setParameter("net", array(fresh, Occurrence::netAmount, BigDecimal[]::new))
                .setParameter("labels", array(fresh, each -> each.text().label(), String[]::new))
                .setParameter("approve", array(fresh, Occurrence::approve, Boolean[]::new))
                .executeUpdate();
        return lockKnown(requests);
    }

    /** The same for those that exist all. */
    Map<OccurrenceKey, Occurrence> lockKnown(List<InvoiceRequest> requests) {
        List<OccurrenceKey> keys = requests.stream().map(InvoiceRequest::key).toList();
        List<?> locked = getEntityManager()
                .createNativeQuery(LOCK, Occurrence.class)
                .setParameter(
                        "contracts",
                        keys.stream().map(OccurrenceKey::contractId).toArray(UUID[]::new))
                .setParameter(
                        "from", keys.stream().map(OccurrenceKey::periodFrom).toArray(LocalDate[]::new))
                .getResultList();
        return locked.stream()
                .map(Occurrence.class::cast)
                .collect(Collectors.toMap(Occurrence::key, Function.identity()));
    }

    private static <T> T[] array(List<Occurrence> among, Function<Occurrence, T> value, IntFunction<T[]> array) {
        return among.stream().map(value).toArray(array);
    }

    /** A known occurrence, locked until the transaction ends. */
    public Occurrence lock(UUID id) {
        return findById(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** Known occurrences, locked in one order until the transaction ends. */
    List<Occurrence> lockAll(Collection<UUID> ids) {
        return find("id in ?1 order by contractId, periodFrom", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    public List<Occurrence> failed() {
        return list("status", OccurrenceStatus.FAILED);
    }

    /** An invoice that a run made, and what it was made for. */
    public record Made(UUID occurrenceId, UUID invoiceId) {}

    /** Those whose invoice could still be dropped or cancelled. */
    public List<Made> unsettled() {
        return getEntityManager()
                .createQuery(
                        "select id, invoiceId from Occurrence where status = ?1 and settled = false order by id",
                        Made.class)
                .setParameter(1, OccurrenceStatus.INVOICED)
                .getResultList();
    }

    public List<Occurrence> of(UUID contractId) {
        return list("contractId", contractId);
    }

    public List<Occurrence> of(Collection<UUID> contractIds) {
        return contractIds.isEmpty() ? List.of() : list("contractId in ?1", contractIds);
    }

    /** Those of some contracts that are invoiced or skipped. */
    public List<Settled> settledOf(Collection<UUID> contractIds) {
        return getEntityManager()
                .createQuery(
                        "select contractId, periodFrom, periodTo, netAmount, status from Occurrence"
                                + " where contractId in ?1 and status in ?2",
                        Settled.class)
                .setParameter(1, contractIds)
                .setParameter(2, SETTLED)
                .getResultList();
    }

    /** The others of some contracts. */
    public List<Occurrence> unsettledOf(Collection<UUID> contractIds) {
        return list("contractId in ?1 and status not in ?2", contractIds, SETTLED);
    }

    /** Those of some contracts that are invoiced, the oldest first. */
    public List<Occurrence> invoicedOf(Collection<UUID> contractIds) {
        return list("contractId in ?1 and status = ?2 order by dueOn, id", contractIds, OccurrenceStatus.INVOICED);
    }

    public List<Occurrence> claimedBy(UUID runId) {
        return list("runId", runId);
    }

    public List<Occurrence> invoicedAs(UUID invoiceId) {
        return list("invoiceId", invoiceId);
    }

    /** Of each occurrence, what was sent for another period of the same contract that shares days with it: the earliest. */
    Map<OccurrenceKey, Period> overlapping(Map<OccurrenceKey, Period> asked) {
        List<Map.Entry<OccurrenceKey, Period>> each = List.copyOf(asked.entrySet());
        List<?> rows = getEntityManager()
                .createNativeQuery(OVERLAPPING)
                .setParameter(
                        "contracts",
                        each.stream().map(one -> one.getKey().contractId()).toArray(UUID[]::new))
                .setParameter(
                        "from", each.stream().map(one -> one.getValue().from()).toArray(LocalDate[]::new))
                .setParameter(
                        "to", each.stream().map(one -> one.getValue().to()).toArray(LocalDate[]::new))
                .getResultList();
        Map<OccurrenceKey, Period> others = new HashMap<>();
        for (Object one : rows) {
            Object[] row = (Object[]) one;
            others.put(
                    new OccurrenceKey((UUID) row[0], (LocalDate) row[1]),
                    new Period((LocalDate) row[2], ((LocalDate) row[3]).plusDays(1)));
        }
        return others;
    }
}
