package fr.syaga.facturation.export.export;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What is still to be done, as rows that any instance may take. Rendering holds the row's lock until it commits, so that a
 * worker that dies gives the work back at once; marking calls a neighbour and holds no lock but a lease.
 */
@ApplicationScoped
class ExportQueue {

    /** Longer than the neighbour may take to answer. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final EntityManager entities;

    ExportQueue(EntityManager entities) {
        this.entities = entities;
    }

    void toRender(UUID exportId, Instant now) {
        entities.createNativeQuery("insert into export_work (export_id, step, not_before) values (?1, 'RENDER', ?2)")
                .setParameter(1, exportId)
                .setParameter(2, now)
                .executeUpdate();
    }

    /** Locks the next export to render until the transaction ends; a bundle waits for its parts. */
    Optional<UUID> claimRendering(Instant now) {
        return first(
                entities.createNativeQuery("""
                        select w.export_id from export_work w join export e on e.id = w.export_id
                        where w.step = 'RENDER' and w.not_before <= ?1
                          and not exists (select 1 from export_part p join export q on q.id = p.part_id
                                          where p.export_id = w.export_id and q.status = 'RUNNING')
                        order by e.created_at, w.export_id
                        limit 1 for update of w skip locked""", UUID.class).setParameter(1, now).getResultList());
    }

    /** Takes the next export whose invoices are to be marked, for as long as the lease holds. */
    Optional<UUID> claimMarking(Instant now) {
        return first(entities.createNativeQuery("""
                        update export_work set not_before = ?2 where export_id = (
                          select export_id from export_work where step = 'MARK' and not_before <= ?1
                          order by not_before, export_id limit 1 for update skip locked)
                        returning export_id""", UUID.class)
                .setParameter(1, now)
                .setParameter(2, now.plus(LEASE))
                .getResultList());
    }

    void toMark(UUID exportId) {
        entities.createNativeQuery("update export_work set step = 'MARK', attempts = 0 where export_id = ?1")
                .setParameter(1, exportId)
                .executeUpdate();
    }

    void done(UUID exportId) {
        entities.createNativeQuery("delete from export_work where export_id = ?1")
                .setParameter(1, exportId)
                .executeUpdate();
    }

    /** Puts the work off, each time for longer, and returns how often it was tried. */
    int postpone(UUID exportId, Instant now) {
        int attempts = ((Number) entities.createNativeQuery(
                                "update export_work set attempts = attempts + 1 where export_id = ?1 returning attempts")
                        .setParameter(1, exportId)
                        .getSingleResult())
                .intValue();
        long pause = Math.min(LONGEST_PAUSE.toSeconds(), 1L << Math.min(attempts, 20));
        entities.createNativeQuery("update export_work set not_before = ?2 where export_id = ?1")
                .setParameter(1, exportId)
                .setParameter(2, now.plusSeconds(pause))
                .executeUpdate();
        return attempts;
    }

    private static Optional<UUID> first(List<?> rows) {
        return rows.stream().map(UUID.class::cast).findFirst();
    }
}
