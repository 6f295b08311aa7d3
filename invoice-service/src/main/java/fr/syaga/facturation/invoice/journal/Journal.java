package fr.syaga.facturation.invoice.journal;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.security.identity.CurrentIdentityAssociation;

import fr.syaga.facturation.edge.TableCopy;

/**
 * The append-only, hash-chained journal. An entry is written in the transaction of its deed, so there is none without the
 * other. Writers queue on the head of the chain until they commit: take it last.
 */
@ApplicationScoped
public class Journal {

    private static final int FETCH = 500;

    /** Up to so many entries are inserted: a COPY has to be prepared each time. */
    private static final int FEW = 20;

    private static final String[] COLUMNS = {
        "sequence", "at", "actor", "deed", "invoice_id", "facts", "previous_hash", "hash"
    };

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final CurrentIdentityAssociation caller;

    Journal(AgroalDataSource database, ObjectMapper json, CurrentIdentityAssociation caller) {
        this.database = database;
        this.json = json;
        this.caller = caller;
    }

    /** A deed to be written down: what happened to which document, with the facts that matter. */
    public record Record(JournalEvent deed, UUID invoiceId, Map<String, ?> facts) {}

    public void write(JournalEvent deed, UUID invoiceId, Map<String, ?> facts) {
        write(List.of(new Record(deed, invoiceId, facts)).iterator());
    }

    /**
     * Appends all records in their order; the caller's transaction holds the head of the chain from here on.
     *
     * @return the sequence number of the first; 0 when there are none
     */
    public long write(Iterator<Record> records) {
        if (!records.hasNext()) {
            return 0;
        }
        String actor = caller.getIdentity().isAnonymous()
                ? "timer"
                : caller.getIdentity().getPrincipal().getName();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        try (Connection connection = database.getConnection()) {
            return append(connection, records, actor, now);
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be written", e);
        }
    }

    private long append(Connection connection, Iterator<Record> records, String actor, Instant now)
            throws SQLException {
        long sequence;
        long first;
        String hash;
        try (PreparedStatement head =
                        connection.prepareStatement("select sequence, hash from journal_head for update");
                ResultSet row = head.executeQuery()) {
            row.next();
            sequence = row.getLong(1);
            first = sequence + 1;
            hash = row.getString(2);
        }
        List<JournalEntry> waiting = new ArrayList<>();
        while (records.hasNext()) {
            Record each = records.next();
            JournalEntry entry = JournalEntry.after(
                    hash, ++sequence, now, actor, each.deed(), each.invoiceId(), facts(each.facts()));
            hash = entry.hash();
            waiting.add(entry);
            if (waiting.size() == FETCH) {
                store(connection, waiting);
                waiting.clear();
            }
        }
        if (waiting.size() == 1) {
            storeLast(connection, waiting.get(0));
            return first;
        }
        store(connection, waiting);
        try (PreparedStatement head = connection.prepareStatement("update journal_head set sequence = ?, hash = ?")) {
            head.setLong(1, sequence);
            head.setString(2, hash);
            head.executeUpdate();
        }
        return first;
    }

    /** An entry and the head in one statement: everybody who writes waits for as long as this takes. */
    private static void storeLast(Connection connection, JournalEntry entry) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                with last as (insert into journal_entry (%s) values (?, ?, ?, ?, ?, ?, ?, ?) returning sequence, hash)
                update journal_head set sequence = last.sequence, hash = last.hash from last""".formatted(String.join(", ", COLUMNS)))) {
            set(insert, entry);
            insert.executeUpdate();
        }
    }

    private static void set(PreparedStatement insert, JournalEntry entry) throws SQLException {
        Object[] values = values(entry);
        for (int i = 0; i < values.length; i++) {
            insert.setObject(i + 1, values[i]);
        }
    }

    private static void store(Connection connection, List<JournalEntry> entries) throws SQLException {
        if (entries.size() > FEW) {
            copy(connection, entries);
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("insert into journal_entry (%s) values (?, ?, ?, ?, ?, ?, ?, ?)"
                        .formatted(String.join(", ", COLUMNS)))) {
            for (JournalEntry entry : entries) {
                set(insert, entry);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void copy(Connection connection, List<JournalEntry> entries) {
        try (TableCopy table = TableCopy.into(connection, "journal_entry", COLUMNS)) {
            entries.forEach(entry -> table.row(values(entry)));
        }
    }

    private static Object[] values(JournalEntry entry) {
        return new Object[] {
            entry.sequence(),
            entry.at().atOffset(ZoneOffset.UTC),
            entry.actor(),
            entry.deed().name(),
            entry.invoiceId(),
            entry.facts(),
            entry.previousHash(),
            entry.hash()
        };
    }

    private String facts(Map<String, ?> facts) {
        try {
            return json.writeValueAsString(new TreeMap<>(facts));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Up to {@code limit} entries after a sequence number, the oldest first; of one document when it is given. */
    List<JournalEntry> after(long sequence, UUID invoiceId, int limit) {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("""
                        select sequence, at, actor, deed, invoice_id, facts, previous_hash, hash from journal_entry
                        where sequence > ? and (?::uuid is null or invoice_id = ?::uuid) order by sequence limit ?""")) {
            query.setLong(1, sequence);
            query.setObject(2, invoiceId);
            query.setObject(3, invoiceId);
            query.setInt(4, limit);
            try (ResultSet rows = query.executeQuery()) {
                List<JournalEntry> entries = new ArrayList<>();
                while (rows.next()) {
                    entries.add(read(rows));
                }
                return entries;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }

    private static JournalEntry read(ResultSet row) throws SQLException {
        return new JournalEntry(
                row.getLong("sequence"),
                row.getTimestamp("at").toInstant(),
                row.getString("actor"),
                JournalEvent.valueOf(row.getString("deed")),
                row.getObject("invoice_id", UUID.class),
                row.getString("facts"),
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /**
     * What a check of the whole chain found.
     *
     * @param brokenAt the sequence number of the first entry that was changed, or follows a missing one; null when intact
     */
    public record Verification(boolean intact, long entries, Long brokenAt, String reason) {}

    /** Reads the whole chain in its order and recomputes every hash. */
    Verification verify() {
        ChainCheck check = new ChainCheck();
        List<JournalEntry> chunk = after(0, null, FETCH);
        while (!chunk.isEmpty()) {
            for (JournalEntry entry : chunk) {
                Optional<Verification> broken = check.follow(entry);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            chunk = after(check.sequence(), null, FETCH);
        }
        return check.end(head());
    }

    /** The last entry, as it was noted down beside the chain. */
    record Head(long sequence, String hash) {}

    Head head() {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement("select sequence, hash from journal_head");
                ResultSet head = query.executeQuery()) {
            head.next();
            return new Head(head.getLong("sequence"), head.getString("hash"));
        } catch (SQLException e) {
            throw new IllegalStateException("The journal could not be read", e);
        }
    }
}
