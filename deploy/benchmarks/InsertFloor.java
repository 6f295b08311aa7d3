import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What PostgreSQL alone needs for the invoices of a run: their rows, lines and journal entries once more, by INSERT of many rows at a
 * time into tables without key or rule, five hundred invoices a transaction. Prints milliseconds and how many invoices.
 * Usage: java -cp postgresql.jar InsertFloor.java, with DB_URL, DB_USER and DB_PASSWORD set.
 */
class InsertFloor {

    private static final int CHUNK = 500;

    private static final List<String> ROWS = List.of(
            "select id, kind, status, origin, reference, content_hash, customer_code, customer_name, issued_on, due_on, period_from,"
                    + " period_to, subject, net_amount, vat_amount, gross_amount, contract_id, run_id, created_at, words from invoice"
                    + " where run_id is not null",
            "select invoice_line.* from invoice_line join invoice on invoice.id = invoice_id where run_id is not null",
            "select journal_entry.* from journal_entry join invoice on invoice.id = invoice_id where run_id is not null");

    public static void main(String[] arguments) throws Exception {
        try (Connection database = DriverManager.getConnection(
                System.getenv("DB_URL") + (System.getenv("DB_URL").contains("?") ? "&" : "?") + "reWriteBatchedInserts=true",
                System.getenv("DB_USER"), System.getenv("DB_PASSWORD"))) {
            List<List<Object[]>> tables = new ArrayList<>();
            for (int table = 0; table < ROWS.size(); table++) {
                tables.add(rows(database, ROWS.get(table)));
                execute(database, "drop table if exists insert_floor_" + table);
                execute(database, "create table insert_floor_" + table + " as " + ROWS.get(table) + " limit 0");
            }
            database.setAutoCommit(false);
            int invoices = tables.get(0).size();
            long begun = System.nanoTime();
            for (int from = 0; from < invoices; from += CHUNK) {
                for (int table = 0; table < ROWS.size(); table++) {
                    List<Object[]> rows = tables.get(table);
                    insert(database, table, rows.subList(Math.min(rows.size(), from), Math.min(rows.size(), from + CHUNK)));
                }
                database.commit();
            }
            System.out.println((System.nanoTime() - begun) / 1_000_000 + " " + invoices);
            database.setAutoCommit(true);
            for (int table = 0; table < ROWS.size(); table++) {
                execute(database, "drop table insert_floor_" + table);
            }
        }
    }

    private static List<Object[]> rows(Connection database, String query) throws Exception {
        List<Object[]> rows = new ArrayList<>();
        try (var statement = database.createStatement(); ResultSet found = statement.executeQuery(query)) {
            int columns = found.getMetaData().getColumnCount();
            while (found.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = found.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    private static void insert(Connection database, int table, List<Object[]> rows) throws Exception {
        if (rows.isEmpty()) {
            return;
        }
        String places = String.join(", ", Collections.nCopies(rows.get(0).length, "?"));
        try (PreparedStatement insert = database.prepareStatement("insert into insert_floor_" + table + " values (" + places + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void execute(Connection database, String sql) throws Exception {
        try (var statement = database.createStatement()) {
            statement.execute(sql);
        }
    }
}
