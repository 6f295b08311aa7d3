import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What PostgreSQL alone does with calls of one document each, on as many connections as a service has at most. "select" reads an
 * invoice by its id, prepared; "issue" takes the next number of one counter and writes one row, committed. Prints calls a second.
 * Usage: java -cp postgresql.jar CallsFloor.java select|issue FILE-OF-IDS CALLERS SECONDS, with DB_URL, DB_USER and DB_PASSWORD set.
 */
class CallsFloor {

    private static final int CONNECTIONS = 20;

    interface Work {
        void once(Connection database, PreparedStatement[] prepared, UUID id) throws Exception;
    }

    public static void main(String[] arguments) throws Exception {
        boolean issues = arguments[0].equals("issue");
        List<UUID> ids = Files.readAllLines(Path.of(arguments[1])).stream().map(UUID::fromString).toList();
        int callers = Math.min(CONNECTIONS, Integer.parseInt(arguments[2]));
        long nanos = Integer.parseInt(arguments[3]) * 1_000_000_000L;
        try (Connection database = connect(); var statement = database.createStatement()) {
            statement.execute("drop table if exists floor_counter, floor_row");
            statement.execute("create table floor_counter as select 0 as last");
            statement.execute("create table floor_row (id uuid, number int, words text)");
        }
        AtomicLong calls = new AtomicLong();
        Thread[] threads = new Thread[callers];
        long begun = System.nanoTime();
        for (int i = 0; i < callers; i++) {
            int first = i;
            threads[i] = new Thread(() -> {
                try (Connection database = connect()) {
                    if (issues) {
                        issue(database, ids, begun + nanos, calls);
                    } else {
                        select(database, ids, first, begun + nanos, calls);
                    }
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        System.out.printf("%.0f%n", calls.get() * 1e9 / (System.nanoTime() - begun));
        try (Connection database = connect(); var statement = database.createStatement()) {
            statement.execute("drop table floor_counter, floor_row");
        }
    }

    private static void select(Connection database, List<UUID> ids, int first, long until, AtomicLong calls) throws Exception {
        try (PreparedStatement select = database.prepareStatement("select * from invoice where id = ?")) {
            for (int i = first; System.nanoTime() < until; i++) {
                select.setObject(1, ids.get(i % ids.size()));
                try (var row = select.executeQuery()) {
                    row.next();
                }
                calls.incrementAndGet();
            }
        }
    }

    private static void issue(Connection database, List<UUID> ids, long until, AtomicLong calls) throws Exception {
        database.setAutoCommit(false);
        try (PreparedStatement next = database.prepareStatement("update floor_counter set last = last + 1 returning last");
                PreparedStatement insert = database.prepareStatement("insert into floor_row values (?, ?, ?)")) {
            for (int i = 0; System.nanoTime() < until; i++) {
                try (var row = next.executeQuery()) {
                    row.next();
                    insert.setObject(1, ids.get(i % ids.size()));
                    insert.setInt(2, row.getInt(1));
                    insert.setString(3, "x".repeat(400));
                    insert.executeUpdate();
                }
                database.commit();
                calls.incrementAndGet();
            }
        }
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(System.getenv("DB_URL"), System.getenv("DB_USER"), System.getenv("DB_PASSWORD"));
    }
}
