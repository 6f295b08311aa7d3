package fr.syaga.facturation.clockify.timesheet;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.hibernate.FlushMode;
import org.hibernate.Session;

/** The stored entries. */
@ApplicationScoped
public class TimeEntries implements PanacheRepositoryBase<TimeEntry, UUID> {

    private static final int CHUNK = 1000;

    /** Those that a start, an id or a row seen before may mean; each question has an index of its own. */
    public Collection<TimeEntry> around(
            Instant from, Instant to, Collection<String> clockifyIds, Collection<UUID> ids) {
        Map<UUID, TimeEntry> found = new LinkedHashMap<>();
        Set<String> known = new HashSet<>();
        Consumer<TimeEntry> take = entry -> {
            found.put(entry.id(), entry);
            known.add(entry.clockifyId());
        };
        list("span.startedAt >= ?1 and span.startedAt <= ?2", from, to).forEach(take);
        chunks(clockifyIds, known::contains)
                .forEach(chunk -> list("clockifyId in ?1", chunk).forEach(take));
        chunks(ids, found::containsKey).forEach(chunk -> list("id in ?1", chunk).forEach(take));
        return found.values();
    }

    /** What is not found yet, in lists of a bounded length. */
    private static <T> List<List<T>> chunks(Collection<T> all, Predicate<T> found) {
        List<T> missing = all.stream().filter(found.negate()).toList();
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < missing.size(); from += CHUNK) {
            chunks.add(missing.subList(from, Math.min(missing.size(), from + CHUNK)));
        }
        return chunks;
    }

    /** Started in the half-open span, deleted ones left out. */
    public List<TimeEntry> startedBetween(Instant from, Instant until) {
        return list(
                "deletedAt is null and span.startedAt >= ?1 and span.startedAt < ?2 order by span.startedAt, id",
                from,
                until);
    }

    /** The one entry takes the place of the other, which is gone; whatever contradicted the other contradicts the one. */
    public void replace(TimeEntry gone, TimeEntry kept) {
        update("conflictsWith = ?1 where conflictsWith = ?2", kept.id(), gone.id());
        delete(gone);
        flush();
    }

    /** Known to Clockify, not deleted, started in the half-open span. */
    public List<TimeEntry> knownToClockify(Instant from, Instant to) {
        return list(
                "clockifyId is not null and deletedAt is null and span.startedAt >= ?1 and span.startedAt < ?2 order by span.startedAt, id",
                from,
                to);
    }

    public Optional<TimeEntry> byClockifyId(String clockifyId) {
        return find("clockifyId", clockifyId).firstResultOptional();
    }

    public List<TimeEntry> running() {
        return list("span.endedAt is null and deletedAt is null order by span.startedAt, id");
    }

    /** Finished and running entries of a month, without deleted ones and those in conflict. */
    public List<TimeEntry> ofMonth(YearMonth month) {
        return between(month.atDay(1), month.atEndOfMonth());
    }

    /** Entries whose day is in the closed span, without deleted ones and those in conflict. */
    public List<TimeEntry> between(LocalDate from, LocalDate to) {
        return list(
                "span.day >= ?1 and span.day <= ?2 and deletedAt is null and conflictsWith is null order by span.startedAt, id",
                from,
                to);
    }

    /** When the last of those ends that start in the half-open span. */
    public Optional<Instant> lastEnd(Instant from, Instant until) {
        return Optional.ofNullable(getEntityManager()
                .createQuery(
                        "select max(span.endedAt) from TimeEntry where deletedAt is null"
                                + " and span.startedAt >= :from and span.startedAt < :until",
                        Instant.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getSingleResult());
    }

    /** However many they are. */
    public Map<UUID, TimeEntry> mapOf(Collection<UUID> ids) {
        Map<UUID, TimeEntry> found = new HashMap<>();
        chunks(ids, any -> false).forEach(chunk -> byIds(chunk).forEach(entry -> found.put(entry.id(), entry)));
        return found;
    }

    public List<TimeEntry> ofItem(UUID billingItem) {
        return ofItems(List.of(billingItem));
    }

    public List<TimeEntry> ofItems(Collection<UUID> billingItems) {
        return list("billed.item in ?1 order by span.startedAt, id", billingItems);
    }

    /** Nothing that is read from now on in this transaction is changed by it: nothing is looked through for changes. */
    public void readOnly() {
        Session session = getEntityManager().unwrap(Session.class);
        session.setDefaultReadOnly(true);
        session.setHibernateFlushMode(FlushMode.MANUAL);
    }

    /**
     * As {@link #readOnly}, for a part of a transaction: what was changed before is stored first, and what was read is forgotten
     * after.
     */
    public <T> T readingOnly(Supplier<T> work) {
        Session session = getEntityManager().unwrap(Session.class);
        session.flush();
        readOnly();
        try {
            return work.get();
        } finally {
            session.clear();
            session.setDefaultReadOnly(false);
            session.setHibernateFlushMode(FlushMode.AUTO);
        }
    }

    /** Entries of these billing items that changed after their draft was made, deleted ones too. */
    public List<TimeEntry> changedSinceBilled(Collection<UUID> billingItems) {
        return list("billed.item in ?1 and changedSinceBilled = true order by span.startedAt, id", billingItems);
    }

    /** The next unbilled entries after {@code id}, in the order of ids, for work over all of them in bounded steps. */
    public List<TimeEntry> unbilledAfter(UUID id) {
        return find("billed.item is null and deletedAt is null and conflictsWith is null and id > ?1 order by id", id)
                .page(0, CHUNK)
                .list();
    }

    /** The names of all clients that any entry has. */
    public List<String> clientNames() {
        return names("details.clientName", "details.clientName is not null");
    }

    /** The projects of entries that name no client. */
    public List<String> projectsWithoutClient() {
        return names(
                "details.projectName",
                "details.projectName is not null and details.clientName is null and deletedAt is null");
    }

    /** Those of them in which time is for somebody: what is INTERNE asks for no customer. */
    public List<String> projectsWithoutClientForSomebody() {
        return names(
                "details.projectName",
                "details.projectName is not null and details.clientName is null and deletedAt is null"
                        + " and (verdict.category is null or verdict.category <> 'INTERNE')");
    }

    /** The names of all projects that any entry has. */
    public List<String> projectNames() {
        return names("details.projectName", "details.projectName is not null and deletedAt is null");
    }

    private List<String> names(String column, String condition) {
        return getEntityManager()
                .createQuery(
                        "select distinct %s from TimeEntry where %s order by 1".formatted(column, condition),
                        String.class)
                .getResultList();
    }

    /**
     * Entries in conflict, in the order of lists.
     *
     * @param start, id of the entry after which the list goes on; null for its beginning
     */
    public List<TimeEntry> inConflict(Instant start, UUID id, int limit) {
        String open = "conflictsWith is not null and deletedAt is null";
        String order = " order by span.startedAt, id";
        PanacheQuery<TimeEntry> found = start == null
                ? find(open + order)
                : find(open + " and (span.startedAt > ?1 or (span.startedAt = ?1 and id > ?2))" + order, start, id);
        return found.page(0, limit).list();
    }

    /** By our ids or Clockify's; deleted ones are not found. */
    public List<TimeEntry> byAnyIds(Collection<String> ids) {
        List<UUID> own =
                ids.stream().filter(TimeEntries::isOurs).map(UUID::fromString).toList();
        return list("deletedAt is null and (id in ?1 or clockifyId in ?2) order by span.startedAt, id", own, ids);
    }

    private static boolean isOurs(String id) {
        return id.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    public List<TimeEntry> byIds(Collection<UUID> ids) {
        return list("id in ?1 order by span.startedAt, id", ids);
    }

    /** Months that hold unbilled time, the first one first. */
    public List<YearMonth> unbilledMonths() {
        return getEntityManager()
                .createQuery(
                        "select distinct year(span.day), month(span.day) from TimeEntry"
                                + " where billed.item is null and deletedAt is null and conflictsWith is null order by 1, 2",
                        Object[].class)
                .getResultStream()
                .map(each -> YearMonth.of((Integer) each[0], (Integer) each[1]))
                .toList();
    }

    /** Judges these, and with them their whole months where a contract's hours are shared by a month. */
    public void judge(Collection<TimeEntry> touched, Judge judge) {
        touched.forEach(entry -> entry.judge(judge.verdict(entry)));
        judgeMonthsOf(touched, judge);
    }

    /** Judges whole months where a contract's hours are shared by a month; each of these is judged alone already. */
    public void judgeMonthsOf(Collection<TimeEntry> touched, Judge judge) {
        if (judge.looksAtMonths()) {
            touched.stream()
                    .map(entry -> YearMonth.from(entry.day()))
                    .distinct()
                    .forEach(month -> judgeMonth(month, judge));
        }
    }

    private void judgeMonth(YearMonth month, Judge judge) {
        judge.verdicts(ofMonth(month)).forEach(TimeEntry::judge);
    }

    /** Serialises merges and billing against each other until the transaction ends, across all instances. */
    public void lock() {
        getEntityManager()
                .createNativeQuery("select 1 from pg_advisory_xact_lock(8083001)", Integer.class)
                .getSingleResult();
    }
}
