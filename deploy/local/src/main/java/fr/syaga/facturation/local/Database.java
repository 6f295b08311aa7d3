package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The run's own PostgreSQL, tuned to lose nothing, listening on this machine alone. One database, four schemas, four roles
 * that log in with a password and see only their own schema.
 */
final class Database implements AutoCloseable {

    static final String NAME = "facturation";

    private static final String OWNER = "postgres";
    /** Everybody shows a password: the server is made trusting, which would let each role read the others' schemas. */
    private static final String ACCESS = """
            local all all reject
            host  all all 127.0.0.1/32 scram-sha-256
            """;

    private final EmbeddedPostgres server;

    private Database(EmbeddedPostgres server) {
        this.server = server;
    }

    static Database start(Home home, Keys keys) throws IOException, SQLException {
        stopOrphan(home);
        Database database = new Database(startServer(home, keys));
        database.secure(home, keys);
        return database;
    }

    private static EmbeddedPostgres startServer(Home home, Keys keys) throws IOException {
        try {
            return builder(home, keys).start();
        } catch (IOException | IllegalStateException e) {
            // A start that was cut off while it unpacked PostgreSQL leaves half of it, which would fail every later
            // start.
            removeUnpacked(home);
            return builder(home, keys).start();
        }
    }

    private static EmbeddedPostgres.Builder builder(Home home, Keys keys) {
        OwnFiles.folder(home.postgres());
        ProcessBuilder.Redirect log =
                ProcessBuilder.Redirect.appendTo(home.log(OWNER).toFile());
        return EmbeddedPostgres.builder()
                .setDataDirectory(data(home))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(unpacked(home).toFile())
                .setPort(home.port(Home.DATABASE))
                // Whoever waits for the services gives up sooner when nothing moves.
                .setPGStartupWait(Patience.of(System.getenv()).limit())
                .setRegisterShutdownHook(false)
                // The machine's own locale may not be installed; this one always is.
                .setLocaleConfig("locale", "C.UTF-8")
                .setConnectConfig("password", keys.secret("db." + OWNER))
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setOutputRedirector(log)
                .setErrorRedirector(log);
    }

    private static Path data(Home home) {
        return home.postgres().resolve("data");
    }

    private static Path unpacked(Home home) {
        return home.postgres().resolve("server");
    }

    private static void removeUnpacked(Home home) throws IOException {
        if (Files.isDirectory(unpacked(home))) {
            try (Stream<Path> folders = Files.list(unpacked(home))) {
                folders.filter(path -> path.getFileName().toString().startsWith("PG-"))
                        .forEach(OwnFiles::remove);
            }
        }
    }

    /** Stops a server whose supervisor was killed, and removes the mark of one that died with it. */
    static boolean stopOrphan(Home home) throws IOException {
        Path mark = data(home).resolve("postmaster.pid");
        List<String> lines = Files.exists(mark) ? Files.readAllLines(mark) : List.of();
        if (lines.isEmpty()) {
            return false;
        }
        Optional<ProcessHandle> server = ProcessHandle.of(
                        Long.parseLong(lines.get(0).strip()))
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().commandLine().orElse("").contains(OWNER));
        if (server.isEmpty()) {
            Files.deleteIfExists(mark);
            return false;
        }
        // A fast shutdown: open transactions are rolled back, committed ones are on disk.
        new ProcessBuilder("kill", "-INT", Long.toString(server.get().pid())).start();
        try {
            server.get().onExit().get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new Trouble(
                    "A PostgreSQL of an earlier run (pid %d) does not stop."
                            .formatted(server.get().pid()),
                    e);
        }
        return true;
    }

    private void secure(Home home, Keys keys) throws IOException, SQLException {
        try (Connection server = connect(home, keys, OWNER);
                Statement statement = server.createStatement()) {
            statement.execute("alter role %s password '%s'".formatted(OWNER, keys.secret("db." + OWNER)));
            if (!exists(statement, "pg_database where datname = '" + NAME + "'")) {
                statement.execute("create database " + NAME);
            }
            statement.execute("revoke all on database %s from public".formatted(NAME));
            statement.execute("revoke all on database postgres from public");
            for (Service service : Service.values()) {
                role(statement, service.role(), keys.secret("db." + service.role()));
            }
        }
        try (Connection database = connect(home, keys, NAME);
                Statement statement = database.createStatement()) {
            statement.execute("revoke all on schema public from public");
            for (Service service : Service.values()) {
                statement.execute("create schema if not exists %1$s authorization %1$s".formatted(service.role()));
                statement.execute("revoke all on schema %s from public".formatted(service.role()));
            }
            OwnFiles.write(data(home).resolve("pg_hba.conf"), ACCESS);
            statement.execute("select pg_reload_conf()");
        }
    }

    private static void role(Statement statement, String role, String password) throws SQLException {
        if (!exists(statement, "pg_roles where rolname = '" + role + "'")) {
            statement.execute("create role %s login nosuperuser nocreatedb nocreaterole".formatted(role));
        }
        statement.execute("alter role %s password '%s'".formatted(role, password));
        statement.execute("alter role %1$s in database %2$s set search_path = %1$s".formatted(role, NAME));
        statement.execute("grant connect on database %s to %s".formatted(NAME, role));
    }

    private static boolean exists(Statement statement, String what) throws SQLException {
        try (ResultSet row = statement.executeQuery("select 1 from " + what)) {
            return row.next();
        }
    }

    private static Connection connect(Home home, Keys keys, String database) throws SQLException {
        return DriverManager.getConnection(url(home, database), OWNER, keys.secret("db." + OWNER));
    }

    static String url(Home home, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(home.port(Home.DATABASE), database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
