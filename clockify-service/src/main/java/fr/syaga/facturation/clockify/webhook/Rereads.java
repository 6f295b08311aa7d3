package fr.syaga.facturation.clockify.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Entries to read again, each once, however often its webhook came. */
@ApplicationScoped
public class Rereads implements PanacheRepositoryBase<Reread, String> {

    void add(String clockifyId, String event, Instant now) {
        QuarkusTransaction.requiringNew()
                .run(() -> getEntityManager()
                        .createNativeQuery(
                                "insert into reread (clockify_id, event, received_at) values (?1, ?2, ?3)"
                                        + " on conflict (clockify_id) do update set event = excluded.event, received_at = excluded.received_at")
                        .setParameter(1, clockifyId)
                        .setParameter(2, event)
                        .setParameter(3, now)
                        .executeUpdate());
    }

    /** Those told before {@code now}, the oldest first. */
    public List<String> pending(Instant now) {
        return QuarkusTransaction.requiringNew()
                .call(() -> list("receivedAt < ?1 order by receivedAt, clockifyId", now).stream()
                        .map(Reread::clockifyId)
                        .toList());
    }

    /** What was read since a webhook asked for it; a later webhook stays pending. */
    public void done(Collection<String> clockifyIds, Instant readSince) {
        QuarkusTransaction.requiringNew()
                .run(() -> delete("clockifyId in ?1 and receivedAt < ?2", clockifyIds, readSince));
    }
}
