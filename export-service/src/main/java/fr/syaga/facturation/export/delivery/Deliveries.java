package fr.syaga.facturation.export.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** All deliveries and what they carry. */
@ApplicationScoped
class Deliveries implements PanacheRepositoryBase<Delivery, UUID> {

    /** A mail's document and, when there is one, its timesheet. */
    record Enclosure(byte[] document, byte[] timesheet) {}

    Delivery get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> Rejection.notFound("delivery", id));
    }

    /** For a deed: two persons, or a person and a worker, act one after the other. */
    Delivery locked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Rejection.notFound("delivery", id));
    }

    /** The latest delivery of this invoice that is not cancelled; a dry run and the real thing are told apart. */
    Optional<Delivery> of(UUID invoiceId, String redirectedTo) {
        return find(
                        "invoiceId = ?1 and status <> CANCELLED and coalesce(envelope.redirectedTo, '') = ?2"
                                + " order by edition desc",
                        invoiceId,
                        redirectedTo == null ? "" : redirectedTo)
                .firstResultOptional();
    }

    /** Orders are taken one after the other: no two make the same delivery. */
    void lockOrders() {
        getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtext('facturation.delivery')) as text)")
                .getSingleResult();
    }

    void keep(Delivery delivery, Letter letter) {
        persistAndFlush(delivery);
        getEntityManager()
                .createNativeQuery(
                        "insert into delivery_enclosure (delivery_id, document, timesheet) values (?1, ?2, ?3)")
                .setParameter(1, delivery.id())
                .setParameter(2, letter.document())
                .setParameter(3, letter.timesheet())
                .executeUpdate();
    }

    Enclosure enclosure(UUID id) {
        Object[] row = (Object[]) getEntityManager()
                .createNativeQuery("select document, timesheet from delivery_enclosure where delivery_id = ?1")
                .setParameter(1, id)
                .getSingleResult();
        return new Enclosure((byte[]) row[0], (byte[]) row[1]);
    }

    /** Locks the next mail to send until the transaction ends; in a dry run those to customers stay where they are. */
    Optional<Delivery> nextToSend(Instant now, boolean dryRun) {
        return next("status = 'APPROVED' and not_before <= ?1" + (dryRun ? " and redirected_to is not null" : ""), now);
    }

    /** Locks the next one of which invoice-service does not know yet. */
    Optional<Delivery> nextToTell(Instant now) {
        return next("status = 'SENT' and told_at is null and redirected_to is null and not_before <= ?1", now);
    }

    /** Locks the next one that an instance was sending when it died. */
    Optional<Delivery> nextAbandoned(Instant claimedBefore) {
        return next("status = 'SENDING' and claimed_at <= ?1", claimedBefore);
    }

    private Optional<Delivery> next(String condition, Instant instant) {
        List<?> found = getEntityManager()
                .createNativeQuery(
                        "select id from delivery where " + condition
                                + " order by not_before, id limit 1 for update skip locked",
                        UUID.class)
                .setParameter(1, instant)
                .getResultList();
        return found.stream().map(UUID.class::cast).map(this::get).findFirst();
    }

    /** The latest first, after the place that a cursor stands for; null and an empty list do not restrict. */
    List<Delivery> latest(String cursor, Delivery.Status status, List<UUID> invoices, int most) {
        Optional<Place> after = Page.keyOf(cursor, Place::parse);
        return find(
                        "(?1 is null or status = ?1) and (?2 = false or invoiceId in ?3)"
                                + " and (?4 = false or createdAt < ?5 or (createdAt = ?5 and id < ?6))"
                                + " order by createdAt desc, id desc",
                        status,
                        !invoices.isEmpty(),
                        invoices,
                        after.isPresent(),
                        after.map(Place::createdAt).orElse(Instant.EPOCH),
                        after.map(Place::id).orElse(new UUID(0, 0)))
                .page(0, most)
                .list();
    }

    /** Where a delivery stands in the list. */
    private record Place(Instant createdAt, UUID id) {

        static Place parse(String key) {
            String[] parts = key.split(" ", 2);
            return new Place(Instant.parse(parts[0]), UUID.fromString(parts[1]));
        }
    }
}
