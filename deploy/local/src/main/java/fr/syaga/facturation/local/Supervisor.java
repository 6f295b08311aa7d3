package fr.syaga.facturation.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/**
 * The background process of a run: owns PostgreSQL and the mail catcher, keeps the services running, and on SIGTERM stops the
 * services first and PostgreSQL last, so that none loses its database while it still works.
 */
final class Supervisor {

    static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Home home;
    private final Settings settings;
    private final Keys keys;
    private final Processes processes;
    private final List<Child> children = new ArrayList<>();
    private final Map<Child, ClassArchive> archives = new HashMap<>();
    private Database database;
    private MailCatcher mail;
    private boolean stopping;

    Supervisor(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
        this.keys = Keys.of(home);
        this.processes = new Processes(home);
    }

    /** Runs until the process is told to end. */
    void run() throws Exception {
        OwnFiles.folder(home.run());
        processes.remember(Processes.SUPERVISOR, ProcessHandle.current().pid());
        settings.remember(home);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        startAll();
        say("everything is started");
        new CountDownLatch(1).await();
    }

    private synchronized void startAll() throws Exception {
        if (stopping) {
            return;
        }
        database = Database.start(home, keys);
        say("PostgreSQL listens on " + home.port(Home.DATABASE));
        mail = MailCatcher.start("127.0.0.1", home.port(Home.MAIL), home.mail());
        if (settings.fakeClockify()) {
            children.add(new Child(home, "fake-clockify", FakeClockifyCommand.of(home, JAVA, keys), Map.of()));
        }
        for (Service service : Service.values()) {
            ClassArchive archive = ClassArchive.of(home, service);
            Child child = new Child(home, service.title(), command(service, archive), environment(service));
            children.add(child);
            archives.put(child, archive);
        }
        for (Child child : children) {
            child.start();
        }
    }

    /**
     * For a person's machine that four of them share: a heap that begins small and gives back what it does not need, and the quick
     * compiler alone, for the thorough one spends more on a month's work than it saves.
     */
    private List<String> command(Service service, ClassArchive archive) {
        return List.of(
                JAVA,
                "-Xms32m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:MinHeapFreeRatio=20",
                "-XX:MaxHeapFreeRatio=40",
                archive.option(),
                home.mark(),
                "-jar",
                service.jar(home).toString());
    }

    private Map<String, String> environment(Service service) throws IOException {
        Map<String, String> environment = new HashMap<>();
        environment.put("DB_URL", Database.url(home, Database.NAME));
        environment.put("DB_USER", service.role());
        environment.put("DB_PASSWORD", keys.secret("db." + service.role()));
        environment.put("FACTURATION_JWKS", keys.jwks().toUri().toString());
        environment.put("FACTURATION_SIGNING_KEY", keys.signingKey().toUri().toString());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(service.port(home)));
        environment.put("INVOICE_URL", Service.INVOICE.url(home));
        environment.put("RECURRENCE_URL", Service.RECURRENCE.url(home));
        environment.put("CLOCKIFY_URL", Service.CLOCKIFY.url(home));
        environment.put("EXPORT_URL", Service.EXPORT.url(home));
        for (String prefix : List.of("SMTP", "QUARKUS_MAILER")) {
            environment.put(prefix + "_HOST", "127.0.0.1");
            environment.put(prefix + "_PORT", Integer.toString(home.port(Home.MAIL)));
        }
        // The catcher keeps every mail, so that one can be sent to somebody out of the box.
        environment.put(
                "FACTURATION_MAIL_TO", System.getenv().getOrDefault("FACTURATION_MAIL_TO", "gestion@example.fr"));
        if (!settings.today().isEmpty()) {
            environment.put("FACTURATION_TODAY", settings.today());
        }
        if (settings.fakeClockify()) {
            environment.putAll(FakeClockifyCommand.environment(home, keys));
        }
        return environment;
    }

    private synchronized void stop() {
        stopping = true;
        say("stopping");
        children.forEach(Child::askToStop);
        for (Child child : children) {
            boolean endedByItself = child.awaitStop();
            if (archives.containsKey(child)) {
                archives.get(child).keep(endedByItself);
            }
        }
        if (mail != null) {
            mail.close();
        }
        if (database != null) {
            try {
                database.close();
            } catch (IOException e) {
                say("PostgreSQL did not stop cleanly: " + e.getMessage());
            }
        }
        processes.forget(Processes.SUPERVISOR);
        say("stopped");
    }

    /** A line in the supervisor's log. */
    static void say(String line) {
        System.out.println(LocalDateTime.now().truncatedTo(ChronoUnit.MILLIS) + " " + line);
    }

    /** Starts the supervisor as a process of its own that outlives this one and holds none of its descriptors. */
    static Process detach(Home home, Settings settings) throws IOException {
        OwnFiles.folder(home.run());
        OwnFiles.folder(home.logs());
        List<String> command = new ArrayList<>();
        if (new File("/usr/bin/setsid").canExecute() || new File("/bin/setsid").canExecute()) {
            command.add("setsid");
        }
        command.addAll(List.of(
                JAVA,
                // Less is not enough to unpack PostgreSQL.
                "-Xmx128m",
                home.mark(),
                "-Dfacturation.root=" + home.repository(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                Processes.SUPERVISE,
                settings.today().isEmpty() ? "-" : settings.today(),
                Boolean.toString(settings.fakeClockify())));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.run().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(NOTHING))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.log(Processes.SUPERVISOR).toFile()));
        builder.environment().put("FACTURATION_HOME", home.state().toString());
        builder.environment().put("FACTURATION_PORT_BASE", Integer.toString(home.portBase()));
        return builder.start();
    }
}
