package fr.syaga.facturation.clockify.timesheet;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Changes of many entries, each kind by one statement. The caller holds the lock of entries; what its session knows of them is old
 * from then on.
 */
@ApplicationScoped
public class EntryUpdates {

    /**
     * Each entry is found by its id before anything else of it is looked at. After a large import PostgreSQL knows nothing of the table
     * yet and takes open entries for rare: it would compare every open entry with every one that is billed, for minutes.
     */
    static final String RESERVE = """
            with taken as (
                select * from unnest(cast(?1 as uuid[]), cast(?2 as int[]), cast(?3 as uuid[]), cast(?4 as bigint[]),
                                     cast(?5 as numeric[])) as taken(id, version, item, seconds, rate)),
            free as materialized (
                select taken.* from taken cross join lateral (
                    select 1 from time_entry as entry
                    where entry.id = taken.id and entry.version = taken.version
                        and entry.billing_item is null and entry.billed_by is null
                    for update) as entry)
            update time_entry as entry
               set billing_item = free.item, billed_by = null, billed_seconds = free.seconds,
                   billed_customer = entry.customer_code, billed_rate = free.rate, changed_since_billed = false,
                   version = entry.version + 1
              from free where entry.id = free.id""";

    private final EntityManager session;

    EntryUpdates(EntityManager session) {
        this.session = session;
    }

    /**
     * Stores verdicts of entries that were read in a session that changes nothing itself; where an entry stands still or has its
     * verdict already, nothing is stored.
     */
    public void judge(Map<TimeEntry, Verdict> verdicts) {
        List<TimeEntry> moved = verdicts.entrySet().stream()
                .filter(each -> each.getKey().judge(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (moved.isEmpty()) {
            return;
        }
        int done = session.createNativeQuery(
                        "update time_entry as entry set category = said.category, customer_code = said.customer_code,"
                                + " customer_by = said.customer_by, rule = said.rule, reason = said.reason,"
                                + " covered_seconds = said.covered_seconds, version = entry.version + 1"
                                + " from unnest(cast(?1 as uuid[]), cast(?2 as int[]), cast(?3 as text[]), cast(?4 as text[]),"
                                + " cast(?5 as text[]), cast(?6 as text[]), cast(?7 as text[]), cast(?8 as bigint[]))"
                                + " as said(id, version, category, customer_code, customer_by, rule, reason, covered_seconds)"
                                + " where entry.id = said.id and entry.version = said.version")
                .setParameter(1, each(moved, TimeEntry::id, UUID[]::new))
                .setParameter(2, each(moved, TimeEntry::version, Integer[]::new))
                .setParameter(3, each(moved, entry -> name(entry.category()), String[]::new))
                .setParameter(4, each(moved, TimeEntry::customerCode, String[]::new))
                .setParameter(5, each(moved, entry -> name(entry.verdict().customerBy()), String[]::new))
                .setParameter(6, each(moved, entry -> entry.verdict().rule(), String[]::new))
                .setParameter(7, each(moved, entry -> entry.verdict().reason(), String[]::new))
                .setParameter(8, each(moved, entry -> entry.verdict().coveredSeconds(), Long[]::new))
                .executeUpdate();
        requireAll(done, moved);
    }

    /**
     * Locks entries to what is about to be billed.
     *
     * @throws IllegalStateException when one of them belongs to another item or changed since it was read
     */
    public void reserve(List<Reservation> reserved) {
        if (reserved.isEmpty()) {
            return;
        }
        int done = session.createNativeQuery(RESERVE)
                .setParameter(1, each(reserved, one -> one.entry().id(), UUID[]::new))
                .setParameter(2, each(reserved, one -> one.entry().version(), Integer[]::new))
                .setParameter(3, each(reserved, Reservation::item, UUID[]::new))
                .setParameter(4, each(reserved, one -> one.entry().facturableSeconds(), Long[]::new))
                .setParameter(5, each(reserved, Reservation::hourPrice, BigDecimal[]::new))
                .executeUpdate();
        requireAll(done, reserved);
    }

    /** Says of billing items on which invoice their entries are now. */
    public void bill(Map<UUID, UUID> invoicesByItem) {
        if (invoicesByItem.isEmpty()) {
            return;
        }
        session.createNativeQuery("update time_entry as entry set billed_by = made.invoice, version = entry.version + 1"
                        + " from unnest(cast(?1 as uuid[]), cast(?2 as uuid[])) as made(item, invoice)"
                        + " where entry.billing_item = made.item")
                .setParameter(1, invoicesByItem.keySet().toArray(UUID[]::new))
                .setParameter(2, invoicesByItem.values().toArray(UUID[]::new))
                .executeUpdate();
    }

    private static void requireAll(int done, Collection<?> asked) {
        if (done != asked.size()) {
            throw new IllegalStateException(
                    "%d of %d entries changed meanwhile".formatted(asked.size() - done, asked.size()));
        }
    }

    private static String name(Enum<?> word) {
        return word == null ? null : word.name();
    }

    private static <T, V> V[] each(List<T> all, Function<T, V> part, IntFunction<V[]> array) {
        return all.stream().map(part).toArray(array);
    }
}
