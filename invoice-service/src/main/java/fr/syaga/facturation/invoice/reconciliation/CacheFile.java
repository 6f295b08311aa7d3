package fr.syaga.facturation.invoice.reconciliation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.sqlite.SQLiteConfig;

import fr.syaga.facturation.edge.Rejection;

/** The SQLite file {@code factures_cache.db}, opened read only and never trusted. Columns come and go: they are read by name. */
final class CacheFile {

    private static final byte[] SIGNATURE = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int QUANTITY_DECIMALS = 4;

    private final Path file;

    private CacheFile(Path file) {
        this.file = file;
    }

    /** A row: its number in the file, the document's number as written, and what it says of it. */
    record Row(long line, String number, CachedInvoice.Said said) {}

    /** @throws Rejection 422 when it is no SQLite database */
    static CacheFile open(Path file) {
        try (var in = Files.newInputStream(file)) {
            if (!java.util.Arrays.equals(SIGNATURE, in.readNBytes(SIGNATURE.length))) {
                throw Rejection.unusableFile("not-a-cache", "The file is no SQLite database.");
            }
            return new CacheFile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All rows in their order. @throws Rejection 422 when the database is damaged or has other tables */
    List<Row> rows() {
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        try (Connection cache = config.createConnection("jdbc:sqlite:" + file.toAbsolutePath())) {
            requireTable(cache);
            Map<Long, List<CachedInvoice.Line>> lines = lines(cache);
            List<Row> rows = new ArrayList<>();
            try (PreparedStatement query =
                            cache.prepareStatement("select rowid as row_id, * from factures order by rowid");
                    ResultSet row = query.executeQuery()) {
                Set<String> columns = columns(row);
                while (row.next()) {
                    rows.add(row(row, columns, lines));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw Rejection.unusableFile(
                    "damaged-cache", "The SQLite database cannot be read: it is damaged or locked.");
        }
    }

    private static void requireTable(Connection cache) throws SQLException {
        try (ResultSet columns = cache.getMetaData().getColumns(null, null, "factures", "numero_facture")) {
            if (!columns.next()) {
                throw Rejection.unusableFile(
                        "not-a-cache",
                        "The SQLite database is not the invoice cache: it has no table factures with a column numero_facture.");
            }
        }
    }

    private static Row row(ResultSet row, Set<String> columns, Map<Long, List<CachedInvoice.Line>> lines)
            throws SQLException {
        Reader reader = new Reader(row, columns);
        String designation = reader.text("designation_complete");
        return new Row(
                row.getLong("row_id"),
                reader.text("numero_facture"),
                new CachedInvoice.Said(
                        reader.text("date_facture"),
                        reader.text("client_nom"),
                        reader.text("client_code"),
                        reader.number("total_ht", 2),
                        reader.number("total_tva", 2),
                        reader.number("total_ttc", 2),
                        designation == null ? reader.text("objet") : designation,
                        lines.getOrDefault(reader.id("id"), List.of())));
    }

    private static Map<Long, List<CachedInvoice.Line>> lines(Connection cache) throws SQLException {
        Map<Long, List<CachedInvoice.Line>> lines = new HashMap<>();
        try (ResultSet found = cache.getMetaData().getTables(null, null, "lignes_factures", null)) {
            if (!found.next()) {
                return lines;
            }
        }
        try (PreparedStatement query = cache.prepareStatement("select * from lignes_factures order by rowid");
                ResultSet row = query.executeQuery()) {
            Reader reader = new Reader(row, columns(row));
            while (row.next()) {
                lines.computeIfAbsent(reader.id("facture_id"), none -> new ArrayList<>())
                        .add(new CachedInvoice.Line(
                                reader.text("reference"),
                                reader.text("designation"),
                                reader.number("quantite", QUANTITY_DECIMALS),
                                reader.number("prix_unitaire", QUANTITY_DECIMALS),
                                reader.number("montant_ht", 2)));
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

    /** Reads cells by column name; a column that the file does not have, and a cell that is no number, are null. */
    private record Reader(ResultSet row, Set<String> columns) {

        String text(String column) throws SQLException {
            String text = columns.contains(column) ? row.getString(column) : null;
            return text == null || text.isBlank() ? null : text.strip().replace("\0", "");
        }

        Long id(String column) throws SQLException {
            return columns.contains(column) ? row.getLong(column) : -1;
        }

        BigDecimal number(String column, int decimals) throws SQLException {
            String text = text(column);
            try {
                return text == null
                        ? null
                        : new BigDecimal(text.replace(',', '.')).setScale(decimals, RoundingMode.HALF_UP);
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }
}
