package fr.syaga.facturation.invoice.reconciliation;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** The cache that stands: the file imported last. There is one at most. */
@ApplicationScoped
class StandingCache {

    private final EntityManager database;

    StandingCache(EntityManager database) {
        this.database = database;
    }

    /** Two caches at the same moment would become one of both: the second waits. */
    void oneAtATime() {
        database.createNativeQuery("lock table standing_cache in share row exclusive mode")
                .executeUpdate();
    }

    void replace(String file, long orphanLines) {
        database.createNativeQuery("""
                        insert into standing_cache (only_one, file, orphan_lines, imported_at) values (true, ?1, ?2, now())
                        on conflict (only_one) do update
                        set file = excluded.file, orphan_lines = excluded.orphan_lines, imported_at = excluded.imported_at""")
                .setParameter(1, file == null ? "" : file)
                .setParameter(2, orphanLines)
                .executeUpdate();
    }

    /** How many of its lines belong to no document of its own; 0 when nobody imported a cache yet. */
    long orphanLines() {
        List<?> found = database.createNativeQuery("select orphan_lines from standing_cache")
                .getResultList();
        return found.isEmpty() ? 0 : ((Number) found.get(0)).longValue();
    }
}
