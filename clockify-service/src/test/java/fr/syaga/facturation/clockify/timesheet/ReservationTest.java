package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import io.quarkus.test.TestTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

import fr.syaga.facturation.clockify.Outside;
import fr.syaga.facturation.testing.RealPostgres;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(RealPostgres.class)
@QuarkusTestResource(Outside.class)
class ReservationTest {

    private static final int ENTRIES = 30_000;

    @Inject
    EntityManager session;

    /** No statistics are there right after an import, and none of its rows may be compared with each other then. */
    @Test
    @TestTransaction
    void entriesOfAFreshImportAreFoundByTheirIds() {
        session.createNativeQuery("""
                        insert into time_entry (id, billable, started_at, ended_at, precision_seconds, day, category, customer_code, rule,
                                                reason, changed_since_billed, version)
                        select gen_random_uuid(), true, timestamptz '2020-01-01' + n * interval '1 hour',
                               timestamptz '2020-01-01' + n * interval '1 hour' + interval '30 minutes', 1, date '2020-01-01' + n / 24,
                               'FACTURABLE', 'PLAN', 'rule', 'reason', false, 0
                        from generate_series(1, cast(?1 as int)) as n""").setParameter(1, ENTRIES).executeUpdate();
        List<?> stored = session.createNativeQuery("select id from time_entry where customer_code = 'PLAN'", UUID.class)
                .getResultList();
        UUID[] ids = stored.stream().map(UUID.class::cast).toArray(UUID[]::new);
        Integer[] versions = new Integer[ids.length];
        UUID[] items = new UUID[ids.length];
        Long[] seconds = new Long[ids.length];
        BigDecimal[] rates = new BigDecimal[ids.length];
        Arrays.fill(versions, 0);
        Arrays.fill(items, UUID.randomUUID());
        Arrays.fill(seconds, 1800L);
        Arrays.fill(rates, new BigDecimal("110.00"));

        List<?> plan = session.createNativeQuery("explain " + EntryUpdates.RESERVE, String.class)
                .setParameter(1, ids)
                .setParameter(2, versions)
                .setParameter(3, items)
                .setParameter(4, seconds)
                .setParameter(5, rates)
                .getResultList();

        assertThat(plan.stream().map(Object::toString).collect(Collectors.joining("\n")))
                .contains("Index Cond: (id = taken.id)")
                .doesNotContain("Join Filter");
    }
}
