package fr.syaga.facturation.local;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Starts and stops a run from the terminal. One caller at a time; what is started here outlives the caller. */
final class Run {

    /** Services have 20 seconds for their last answers, PostgreSQL some more. */
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(75);

    private static final List<String> OWN_FOLDERS =
            List.of("run", "logs", "keys", "mail", "out", "reports", "postgres");

    private final Home home;
    private final Patience patience;
    private final Processes processes;

    Run(Home home) {
        this.home = home;
        this.patience = Patience.of(System.getenv());
        this.processes = new Processes(home);
    }

    boolean isUp() {
        return processes.living(Processes.SUPERVISOR).isPresent();
    }

    /**
     * Brings the run up with these settings; one that fits already is left as it is.
     *
     * @return whether it was started here
     */
    boolean up(Settings wanted, boolean exactly) throws IOException, InterruptedException {
        OwnFiles.folder(home.run());
        try (RandomAccessFile file =
                        new RandomAccessFile(home.run().resolve("up.lock").toFile(), "rw");
                FileLock lock = alone(file)) {
            Optional<ProcessHandle> running = processes.living(Processes.SUPERVISOR);
            if (running.isPresent() && fits(wanted, exactly)) {
                new Readiness(home, patience).await(running.get()::isAlive);
                return false;
            }
            if (running.isPresent()) {
                System.err.println("Restarting the services with another business date ...");
                stop(running.get());
            }
            start(wanted);
            return true;
        }
    }

    private static FileLock alone(RandomAccessFile file) throws IOException {
        FileLock lock = file.getChannel().tryLock();
        if (lock == null) {
            System.err.println("Another start is at work here; waiting for it ...");
            lock = file.getChannel().lock();
        }
        return lock;
    }

    private boolean fits(Settings wanted, boolean exactly) {
        int portBase = Settings.rememberedPortBase(home);
        if (portBase != home.portBase()) {
            throw new Trouble("A run of %s is up with FACTURATION_PORT_BASE=%d; stop it first: deploy/local.sh down"
                    .formatted(home.state(), portBase));
        }
        Settings running = Settings.remembered(home).orElse(wanted);
        return exactly
                ? running.equals(wanted)
                : wanted.today().isEmpty() || wanted.today().equals(running.today());
    }

    private void start(Settings settings) throws IOException, InterruptedException {
        requireJars();
        if (processes.stopOrphans() | Database.stopOrphan(home)) {
            System.err.println("Stopped what an earlier run had left behind.");
        }
        requirePorts(settings);
        Keys.of(home);
        System.err.println("Starting PostgreSQL and the four services ...");
        Process supervisor = Supervisor.detach(home, settings);
        Thread cleaner = new Thread(() -> stop(supervisor.toHandle()), "clean-up");
        Runtime.getRuntime().addShutdownHook(cleaner);
        try {
            new Readiness(home, patience).await(supervisor::isAlive);
        } catch (Trouble e) {
            stop(supervisor.toHandle());
            throw e;
        } finally {
            forgetCleaner(cleaner);
        }
    }

    private static void forgetCleaner(Thread cleaner) {
        try {
            Runtime.getRuntime().removeShutdownHook(cleaner);
        } catch (IllegalStateException e) {
            // This process is being ended, and the cleaner is at work already.
        }
    }

    private void requireJars() {
        for (Service service : Service.values()) {
            if (!Files.exists(service.jar(home))) {
                throw new Trouble("%s is not built: %s is missing. deploy/local.sh builds it."
                        .formatted(service.title(), service.jar(home)));
            }
        }
    }

    private void requirePorts(Settings settings) {
        Map<Integer, String> wanted = new LinkedHashMap<>();
        for (Service service : Service.values()) {
            wanted.put(service.port(home), service.title());
        }
        wanted.put(home.port(Home.DATABASE), "PostgreSQL");
        wanted.put(home.port(Home.MAIL), "the mail catcher");
        if (settings.fakeClockify()) {
            wanted.put(home.port(Home.FAKE_CLOCKIFY), "the fake Clockify");
        }
        wanted.forEach((port, name) -> {
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                free.getLocalPort();
            } catch (IOException e) {
                throw new Trouble("Port %d, meant for %s, is taken by another program. Stop that one, or move all ports"
                                .formatted(port, name)
                        + " with FACTURATION_PORT_BASE (now %d).".formatted(home.portBase()));
            }
        });
    }

    /** Stops all of it; true when there was something to stop. */
    boolean down() throws IOException {
        Optional<ProcessHandle> running = processes.living(Processes.SUPERVISOR);
        running.ifPresent(this::stop);
        processes.forget(Processes.SUPERVISOR);
        return processes.stopOrphans() | Database.stopOrphan(home) | running.isPresent();
    }

    private void stop(ProcessHandle supervisor) {
        Processes.stop(supervisor, STOP_PATIENCE);
    }

    /** Stops all of it and removes what it kept; other files in the same folder stay. */
    void reset() throws IOException {
        down();
        for (String folder : OWN_FOLDERS) {
            OwnFiles.remove(home.state().resolve(folder));
        }
    }
}
