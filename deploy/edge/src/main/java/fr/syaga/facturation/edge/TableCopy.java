package fr.syaga.facturation.edge;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyOutputStream;

/**
 * Rows on their way into a table by COPY, in the transaction of the connection: all checks, keys and triggers of the table hold.
 * Until it is closed, the connection does nothing else.
 */
public final class TableCopy implements AutoCloseable {

    private static final int BUFFER = 65_536;

    private final PGCopyOutputStream rows;
    private final CsvWriter csv;

    private TableCopy(PGCopyOutputStream rows) {
        this.rows = rows;
        // An empty text is quoted, so that it is none of the nulls.
        this.csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.EMPTY)
                .bufferSize(BUFFER)
                .build(rows, StandardCharsets.UTF_8);
    }

    /** Begins to fill a table; columns that are not named get their default. */
    public static TableCopy into(Connection connection, String table, String... columns) {
        try {
            return new TableCopy(new PGCopyOutputStream(
                    connection.unwrap(PGConnection.class),
                    "copy %s (%s) from stdin (format csv)".formatted(table, String.join(", ", columns)),
                    BUFFER));
        } catch (SQLException e) {
            throw new BulkFailure(e);
        }
    }

    /** Adds a row: texts, amounts, ids, dates and instants in the order of the columns. */
    public void row(Object... values) {
        String[] cells = new String[values.length];
        for (int i = 0; i < values.length; i++) {
            cells[i] = cell(values[i]);
        }
        csv.writeRecord(cells);
    }

    private static String cell(Object value) {
        if (value == null) {
            return null;
        }
        return value instanceof BigDecimal amount ? amount.toPlainString() : value.toString();
    }

    /** Sends what was added; the database works on it while the caller does something else than asking it. */
    public void send() {
        try {
            csv.flush();
        } catch (IOException e) {
            throw new BulkFailure(e);
        }
    }

    /** Waits until the database holds all rows. @throws BulkFailure when a row breaks a rule of the table */
    @Override
    public void close() {
        try {
            send();
            rows.endCopy();
        } catch (SQLException e) {
            throw new BulkFailure(e);
        }
    }

    /** Gives the rows up; the transaction can only be rolled back then. */
    public void abandon() {
        try {
            if (rows.isActive()) {
                rows.cancelCopy();
            }
        } catch (SQLException e) {
            throw new BulkFailure(e);
        }
    }

    /** The database refused rows: nothing of the transaction is kept. */
    public static final class BulkFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        private BulkFailure(Exception cause) {
            super("Rows could not be written: " + cause.getMessage(), cause);
        }
    }
}
