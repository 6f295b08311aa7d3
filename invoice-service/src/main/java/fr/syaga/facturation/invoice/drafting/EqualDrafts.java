package fr.syaga.facturation.invoice.drafting;

import java.util.Collection;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/** Equal drafts that come at once wait for each other, so that the later one finds the document that the first one made. */
@ApplicationScoped
public class EqualDrafts {

    private static final String LOCK_IN_ONE_ORDER = """
            select count(*) from (
                select pg_advisory_xact_lock(hash) from (
                    select distinct hashtextextended(key, 0) hash from unnest(cast(?1 as text[])) key order by 1) hashes) held""";

    private final EntityManager database;

    EqualDrafts(EntityManager database) {
        this.database = database;
    }

    /** Holds all keys, such as references, until the transaction ends. One order for all callers: nobody waits in a circle. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void waitForTurn(Collection<String> keys) {
        String[] held = keys.stream().filter(Objects::nonNull).distinct().toArray(String[]::new);
        if (held.length > 0) {
            database.createNativeQuery(LOCK_IN_ONE_ORDER).setParameter(1, held).getSingleResult();
        }
    }
}
