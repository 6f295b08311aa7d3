package fr.syaga.facturation.local;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** One process that the supervisor keeps running: when it dies it is started again, but not for ever. */
final class Child {

    private static final int MOST_RESTARTS = 5;
    private static final Duration WITHIN = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** What a process ended by SIGKILL tells. */
    private static final int KILLED = 137;

    private final Home home;
    private final String name;
    private final List<String> command;
    private final Map<String, String> settings;
    private final Processes processes;
    private final Deque<Instant> restarts = new ArrayDeque<>();
    private Process process;
    private boolean stopping;

    Child(Home home, String name, List<String> command, Map<String, String> settings) {
        this.home = home;
        this.name = name;
        this.command = command;
        this.settings = settings;
        this.processes = new Processes(home);
    }

    synchronized void start() throws IOException {
        if (stopping) {
            return;
        }
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.run().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Supervisor.NOTHING))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(home.log(name).toFile()));
        builder.environment().putAll(settings);
        process = builder.start();
        processes.remember(name, process.pid());
        process.onExit().thenAccept(this::ended);
    }

    private synchronized void ended(Process dead) {
        if (stopping || dead != process) {
            return;
        }
        Instant now = Instant.now();
        restarts.removeIf(restart -> restart.isBefore(now.minus(WITHIN)));
        if (restarts.size() >= MOST_RESTARTS) {
            Supervisor.say("%s ended with %d and is given up after %d restarts; see %s"
                    .formatted(name, dead.exitValue(), MOST_RESTARTS, home.log(name)));
            return;
        }
        restarts.add(now);
        Supervisor.say("%s ended with %d and is started again".formatted(name, dead.exitValue()));
        try {
            start();
        } catch (IOException e) {
            Supervisor.say("%s cannot be started: %s".formatted(name, e.getMessage()));
        }
    }

    /** Asks the process to end without waiting for it. */
    synchronized void askToStop() {
        stopping = true;
        if (process != null) {
            process.destroy();
        }
    }

    /** True when the process came to its own end, and had not to be killed. */
    boolean awaitStop() {
        Process last;
        synchronized (this) {
            last = process;
        }
        if (last != null) {
            Processes.stop(last.toHandle(), PATIENCE);
        }
        processes.forget(name);
        return last != null && !last.isAlive() && last.exitValue() != KILLED;
    }
}
