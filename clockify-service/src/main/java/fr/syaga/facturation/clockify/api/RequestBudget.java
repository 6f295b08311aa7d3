package fr.syaga.facturation.clockify.api;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;

import fr.syaga.facturation.clockify.api.answer.ClockifyUnreadable;

/**
 * The requests that may still go to Clockify in this rolling hour. It is kept in the database, because all instances share
 * the workspace's quota, and a restart does not refill it.
 */
@ApplicationScoped
public class RequestBudget {

    private static final Duration WINDOW = Duration.ofHours(1);

    private final EntityManager database;
    private final ClockifyConfig config;

    RequestBudget(EntityManager database, ClockifyConfig config) {
        this.database = database;
        this.config = config;
    }

    /** Takes one request out of the budget before it is sent; 429 when none is left or Clockify asked for a pause. */
    void take(Instant now) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select 1 from pg_advisory_xact_lock(8083002)", Integer.class)
                    .getSingleResult();
            refuseWhilePaused(now);
            if (sent(now) >= config.hourlyQuota()) {
                throw ClockifyUnreadable.quota(
                        "The %d requests of this hour are used up.".formatted(config.hourlyQuota()),
                        secondsToNext(now));
            }
            database.createNativeQuery("delete from clockify_request where sent_at < ?1")
                    .setParameter(1, now.minus(WINDOW))
                    .executeUpdate();
            database.createNativeQuery("insert into clockify_request (sent_at) values (?1)")
                    .setParameter(1, now)
                    .executeUpdate();
        });
    }

    public int left(Instant now) {
        return QuarkusTransaction.requiringNew().call(() -> Math.max(0, config.hourlyQuota() - sent(now)));
    }

    /** Clockify itself said that it is too much: nothing is sent until then. */
    void pause(Instant until) {
        QuarkusTransaction.requiringNew()
                .run(() -> database.createNativeQuery("insert into clockify_pause (id, until) values (1, ?1)"
                                + " on conflict (id) do update set until = excluded.until")
                        .setParameter(1, until)
                        .executeUpdate());
    }

    private void refuseWhilePaused(Instant now) {
        List<?> pauses = database.createNativeQuery("select until from clockify_pause where id = 1", Instant.class)
                .getResultList();
        for (Object pause : pauses) {
            Instant until = (Instant) pause;
            if (now.isBefore(until)) {
                throw ClockifyUnreadable.quota(
                        "Clockify asked us to wait.",
                        Duration.between(now, until).toSeconds() + 1);
            }
        }
    }

    private int sent(Instant now) {
        return ((Number) database.createNativeQuery("select count(*) from clockify_request where sent_at >= ?1")
                        .setParameter(1, now.minus(WINDOW))
                        .getSingleResult())
                .intValue();
    }

    private long secondsToNext(Instant now) {
        Instant oldest = (Instant) database.createNativeQuery(
                        "select min(sent_at) from clockify_request where sent_at >= ?1", Instant.class)
                .setParameter(1, now.minus(WINDOW))
                .getSingleResult();
        return oldest == null ? 1 : Duration.between(now, oldest.plus(WINDOW)).toSeconds() + 1;
    }
}
