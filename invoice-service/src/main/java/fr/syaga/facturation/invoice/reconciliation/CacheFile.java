package fr.syaga.facturation.invoice.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.invoice.cache.CacheCells;
import fr.syaga.facturation.invoice.cache.CachedInvoice;
import fr.syaga.facturation.invoice.cache.CachedSendings;
import fr.syaga.facturation.invoice.cache.CachedTerms;

/**
 * The SQLite file {@code factures_cache.db}, opened read only and never trusted: tables are tables and not views that compute,
 * its functions are not run, and it has an end. Columns come and go: they are read by name.
 */
final class CacheFile {

    private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

    /** Fifteen years of a small consultancy are some 2,000 documents; past a hundred times that it is no such file. */
    private static final int MOST_ROWS = 200_000;

    /** Bytes; a cell past it makes the file unreadable before it fills the memory. */
    private static final int LONGEST_CELL = 10_000_000;

    private static final int MOST_LINES = 2_000_000;

    private final Path file;

    private CacheFile(Path file) {
        this.file = file;
    }

    /**
     * A row: its number in the file, the document's number as written, and what it says of it.
     *
     * @param unusable why the row cannot be kept; null when it can
     */
    record Row(long line, String number, CachedInvoice.Said said, String unusable) {}

    /** @throws Rejection 422 when it is no SQLite database */
    static CacheFile open(Path file) {
        try (var in = Files.newInputStream(file)) {
            if (!Arrays.equals(SIGNATURE, in.readNBytes(SIGNATURE.length))) {
                throw Rejection.unusableFile("not-a-cache", "The file is no SQLite database.");
            }
            return new CacheFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What the file holds.
     *
     * @param rows in their order
     * @param orphanLines lines whose document is no row of the file's own table
     */
    record Content(List<Row> rows, long orphanLines) {}

    /** @throws Rejection 422 when the database is damaged or has other tables */
    Content content() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection cache = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            distrust(cache);
            requireTable(cache);
            CachedLines lines = lines(cache);
            List<Row> rows = new ArrayList<>();
            try (PreparedStatement query =
                            cache.prepareStatement("select rowid as row_id, * from factures order by rowid");
                    ResultSet row = query.executeQuery()) {
                CacheCells cells = new CacheCells(row, columns(row));
                CachedSendings sendings = new CachedSendings(cells.columns());
                while (row.next()) {
                    requireEnd(rows.size() < MOST_ROWS);
                    rows.add(row(row.getLong("row_id"), cells, lines, sendings));
                }
            }
            return new Content(rows, lines.left());
        } catch (SQLException e) {
            throw Rejection.unusableFile(
                    "damaged-cache", "The SQLite database cannot be read: it is damaged or locked.");
        }
    }

    /** A file from outside may define functions and views of its own: none is run. */
    private static void distrust(Connection cache) throws SQLException {
        cache.unwrap(SQLiteConnection.class).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, LONGEST_CELL);
        try (Statement statement = cache.createStatement()) {
            statement.execute("pragma trusted_schema = off");
            statement.execute("pragma cell_size_check = on");
            statement.execute("pragma query_only = on");
        }
    }

    private static void requireEnd(boolean inSight) {
        if (!inSight) {
            throw Rejection.unusableFile(
                    "not-a-cache", "The SQLite database has more rows than an invoice cache can have.");
        }
    }

    private static void requireTable(Connection cache) throws SQLException {
        boolean present = isTable(cache, "factures");
        if (present) {
            try (ResultSet columns = cache.getMetaData().getColumns(null, null, "factures", "numero_facture")) {
                present = columns.next();
            }
        }
        if (!present) {
            throw Rejection.unusableFile(
                    "not-a-cache",
                    "The SQLite database is not the invoice cache: it has no table factures with a column numero_facture.");
        }
    }

    private static boolean isTable(Connection cache, String name) throws SQLException {
        try (PreparedStatement query =
                cache.prepareStatement("select 1 from sqlite_master where type = 'table' and lower(name) = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static Row row(long line, CacheCells cells, CachedLines lines, CachedSendings sendings)
            throws SQLException {
        String number = null;
        List<CachedInvoice.Line> own = lines.take(cells.id("id").orElse(line));
        try {
            number = cells.text("numero_facture");
            String designation = cells.text("designation_complete");
            return new Row(
                    line,
                    number,
                    new CachedInvoice.Said(
                            cells.text("date_facture"),
                            cells.text("client_nom"),
                            cells.text("client_code"),
                            cells.amount("total_ht"),
                            cells.amount("total_tva"),
                            cells.amount("total_ttc"),
                            designation == null ? cells.text("objet") : designation,
                            sendings.of(cells),
                            CachedTerms.of(cells),
                            own),
                    null);
        } catch (CacheCells.Unreadable e) {
            return new Row(line, number, null, e.getMessage());
        }
    }

    private static CachedLines lines(Connection cache) throws SQLException {
        CachedLines lines = new CachedLines();
        if (!isTable(cache, "lignes_factures")) {
            return lines;
        }
        boolean ordered;
        try (ResultSet column = cache.getMetaData().getColumns(null, null, "lignes_factures", "ordre_ligne")) {
            ordered = column.next();
        }
        String order = ordered ? "ordre_ligne, rowid" : "rowid";
        try (PreparedStatement query = cache.prepareStatement("select * from lignes_factures order by " + order);
                ResultSet row = query.executeQuery()) {
            CacheCells cells = new CacheCells(row, columns(row));
            for (int read = 0; row.next(); read++) {
                requireEnd(read < MOST_LINES);
                lines.add(cells);
            }
        }
        return lines;
    }

    private static Set<String> columns(ResultSet row) throws SQLException {
        Set<String> columns = new HashSet<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            columns.add(row.getMetaData().getColumnName(i).toLowerCase(Locale.ROOT));
        }
        return columns;
    }
}
