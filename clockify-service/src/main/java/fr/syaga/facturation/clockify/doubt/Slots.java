package fr.syaga.facturation.clockify.doubt;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.hibernate.Session;

import fr.syaga.facturation.clockify.timesheet.Category;

/**
 * Reads when people worked. It is read of all that a file or a month lasts, so as little of each entry as tells whether its time
 * can be, and without a session's bookkeeping.
 */
@ApplicationScoped
class Slots {

    private static final int FETCHED = 5000;
    private static final Duration A_DAY = Duration.ofDays(1);

    private static final String SLOTS = """
            select id, user_email, user_name, cast(extract(epoch from started_at) * 1000000 as bigint),
                   cast(extract(epoch from ended_at) * 1000000 as bigint), precision_seconds, time_type, chosen_category, kept_beside
              from time_entry
             where deleted_at is null and conflicts_with is null and started_at < ? and ended_at > ?
               and (started_at >= ? or id = any(?))""";

    /** What began before the one moment and lasts into the other, found by an index of the few such entries. */
    private static final String LONGER_THAN_A_DAY = """
            select id from time_entry
             where ended_at - started_at > interval '24 hours' and started_at < ? and ended_at > ? and deleted_at is null""";

    private final EntityManager session;

    Slots(EntityManager session) {
        this.session = session;
    }

    /** Finished entries that last into the span; deleted ones and those in conflict are left out. */
    List<Slot> read(Instant from, Instant until) {
        session.flush();
        return session.unwrap(Session.class).doReturningWork(database -> read(database, from, until));
    }

    private static List<Slot> read(Connection database, Instant from, Instant until) throws SQLException {
        Instant dayBefore = from.minus(A_DAY);
        UUID[] longer = longerThanADay(database, dayBefore, from);
        try (PreparedStatement query = database.prepareStatement(SLOTS)) {
            query.setFetchSize(FETCHED);
            query.setObject(1, moment(until));
            query.setObject(2, moment(from));
            query.setObject(3, moment(dayBefore));
            query.setArray(4, database.createArrayOf("uuid", longer));
            List<Slot> slots = new ArrayList<>();
            Map<String, String> names = new HashMap<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    slots.add(slot(found, names));
                }
            }
            return slots;
        }
    }

    private static UUID[] longerThanADay(Connection database, Instant before, Instant into) throws SQLException {
        try (PreparedStatement query = database.prepareStatement(LONGER_THAN_A_DAY)) {
            query.setObject(1, moment(before));
            query.setObject(2, moment(into));
            List<UUID> ids = new ArrayList<>();
            try (ResultSet found = query.executeQuery()) {
                while (found.next()) {
                    ids.add(found.getObject(1, UUID.class));
                }
            }
            return ids.toArray(UUID[]::new);
        }
    }

    /** @param names one text for all entries of a person */
    private static Slot slot(ResultSet row, Map<String, String> names) throws SQLException {
        String chosen = row.getString(8);
        return new Slot(
                row.getObject(1, UUID.class),
                once(row.getString(2), names),
                once(row.getString(3), names),
                instant(row.getLong(4)),
                instant(row.getLong(5)),
                row.getInt(6),
                row.getString(7),
                chosen == null ? null : Category.valueOf(chosen),
                row.getObject(9, UUID.class));
    }

    private static String once(String text, Map<String, String> names) {
        return text == null ? null : names.computeIfAbsent(text, each -> each);
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
