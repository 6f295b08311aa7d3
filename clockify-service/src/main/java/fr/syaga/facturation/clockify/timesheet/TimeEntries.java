package fr.syaga.facturation.clockify.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The stored entries. */
@ApplicationScoped
public class TimeEntries implements PanacheRepositoryBase<TimeEntry, UUID> {

    private static final int CHUNK = 1000;

    /** Those that a start, an id or a row seen before may mean. */
    List<TimeEntry> around(Instant from, Instant to, Collection<String> clockifyIds, Collection<UUID> ids) {
        return list(
                "(startedAt >= ?1 and startedAt <= ?2) or clockifyId in ?3 or id in ?4", from, to, clockifyIds, ids);
    }

    List<CsvSighting> sightings(Collection<String> rowKeys) {
        return getEntityManager()
                .createQuery("from CsvSighting where row.rowKey in :keys", CsvSighting.class)
                .setParameter("keys", rowKeys)
                .getResultList();
    }

    void persistSightings(Collection<CsvSighting> sightings) {
        sightings.forEach(getEntityManager()::persist);
    }

    /** Known to Clockify, not deleted, started in the half-open span. */
    public List<TimeEntry> knownToClockify(Instant from, Instant to) {
        return list(
                "clockifyId is not null and deletedAt is null and startedAt >= ?1 and startedAt < ?2 order by startedAt, id",
                from,
                to);
    }

    public Optional<TimeEntry> byClockifyId(String clockifyId) {
        return find("clockifyId", clockifyId).firstResultOptional();
    }

    public List<TimeEntry> running() {
        return list("endedAt is null and deletedAt is null order by startedAt, id");
    }

    /** Finished and running entries of a month, deleted ones left out. */
    public List<TimeEntry> ofMonth(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    /** Entries whose day is in the closed span, deleted ones left out. */
    public List<TimeEntry> between(LocalDate from, LocalDate to) {
        return list("day >= ?1 and day <= ?2 and deletedAt is null order by startedAt, id", from, to);
    }

    public List<TimeEntry> ofItem(UUID billingItem) {
        return list("billed.item = ?1 order by startedAt, id", billingItem);
    }

    /** Entries of these billing items that changed after their draft was made, deleted ones too. */
    public List<TimeEntry> changedSinceBilled(Collection<UUID> billingItems) {
        return list("billed.item in ?1 and changedSinceBilled = true order by startedAt, id", billingItems);
    }

    /** The next unbilled entries after {@code id}, in the order of ids, for work over all of them in bounded steps. */
    public List<TimeEntry> unbilledAfter(UUID id) {
        return find("billed.item is null and deletedAt is null and id > ?1 order by id", id)
                .page(0, CHUNK)
                .list();
    }

    /** The names of all clients that any entry has. */
    public List<String> clientNames() {
        return getEntityManager()
                .createQuery(
                        "select distinct work.clientName from TimeEntry where work.clientName is not null order by 1",
                        String.class)
                .getResultList();
    }

    /** Exact seconds of unbilled FACTURABLE time by Clockify client. */
    public Map<String, Long> unbilledSecondsByClient() {
        Map<String, Long> seconds = new TreeMap<>();
        list(
                        "category = ?1 and billed.item is null and deletedAt is null and work.clientName is not null",
                        Category.FACTURABLE)
                .forEach(entry -> seconds.merge(entry.work().clientName(), entry.seconds(), Long::sum));
        return seconds;
    }

    /** Serialises merges and billing against each other until the transaction ends, across all instances. */
    public void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(8083001)", Integer.class)
                .getSingleResult();
    }
}
