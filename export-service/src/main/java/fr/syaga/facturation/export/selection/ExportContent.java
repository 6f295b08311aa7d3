package fr.syaga.facturation.export.selection;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.agroal.api.AgroalDataSource;

import fr.syaga.facturation.export.invoicing.Sha256;

/** The bytes in the database: frozen selections and finished files. Written within the caller's transaction, so whole or not at all. */
@ApplicationScoped
public class ExportContent {

    private static final int CHUNK = 1 << 20;

    private final AgroalDataSource database;

    ExportContent(AgroalDataSource database) {
        this.database = database;
    }

    /** Exports are decided one after the other: no two can let the same invoice leave or make the same file twice. */
    public void lockDecisions() {
        try (Connection connection = database.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtext('facturation.export'))")) {
            lock.execute();
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /** The id of this very selection, new or known. */
    public UUID selection(Selected selected, Instant now) {
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into selection"
                        + " (id, fingerprint, documents, invoices, created_at) values (?, ?, ?, ?, ?)"
                        + " on conflict (fingerprint) do nothing");
                PreparedStatement find =
                        connection.prepareStatement("select id from selection where fingerprint = ?")) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, selected.fingerprint());
            insert.setInt(3, selected.invoices().size());
            insert.setBytes(4, selected.frozen());
            insert.setTimestamp(5, Timestamp.from(now));
            insert.executeUpdate();
            find.setString(1, selected.fingerprint());
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    public byte[] frozen(UUID selectionId) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement("select invoices from selection where id = ?")) {
            find.setObject(1, selectionId);
            try (ResultSet row = find.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /** Keeps the file and returns its SHA-256 in hexadecimal. */
    public String keep(UUID exportId, Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into file_chunk (export_id, position, bytes) values (?, ?, ?)");
                InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[CHUNK];
            int position = 0;
            for (int read = in.readNBytes(buffer, 0, CHUNK); read > 0; read = in.readNBytes(buffer, 0, CHUNK)) {
                digest.update(buffer, 0, read);
                insert.setObject(1, exportId);
                insert.setInt(2, position++);
                insert.setBytes(3, Arrays.copyOf(buffer, read));
                insert.executeUpdate();
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Copies a kept file, a chunk at a time. */
    public void copy(UUID exportId, OutputStream out) throws IOException {
        int position = 0;
        for (byte[] chunk = chunk(exportId, position); chunk != null; chunk = chunk(exportId, position)) {
            out.write(chunk);
            position++;
        }
    }

    private byte[] chunk(UUID exportId, int position) {
        try (Connection connection = database.getConnection();
                PreparedStatement find = connection.prepareStatement(
                        "select bytes from file_chunk where export_id = ? and position = ?")) {
            find.setObject(1, exportId);
            find.setInt(2, position);
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? row.getBytes(1) : null;
            }
        } catch (SQLException e) {
            throw new StoreFailed(e);
        }
    }

    /** The database did not answer; the work is taken up again. */
    static final class StoreFailed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        StoreFailed(SQLException cause) {
            super(cause);
        }
    }
}
