package fr.syaga.facturation.local;

import java.nio.file.Path;
import java.util.Map;

/**
 * Where a local run keeps its state, and from which port its own are counted.
 *
 * @param repository the root of the working tree
 * @param state data, keys, logs and results; everything in it is this run's own
 */
record Home(Path repository, Path state, int portBase) {

    private static final int DEFAULT_PORT_BASE = 8080;
    private static final int LAST_PORT_BASE = 65_000;

    static final int DATABASE = 5;
    static final int MAIL = 6;
    static final int FAKE_CLOCKIFY = 7;

    /** @throws Trouble when {@code FACTURATION_PORT_BASE} is no port */
    static Home of(Map<String, String> environment) {
        String root = System.getProperty("facturation.root");
        if (root == null) {
            throw new Trouble("Start this by deploy/local.sh.");
        }
        Path repository = Path.of(root).toAbsolutePath().normalize();
        String state = environment.get("FACTURATION_HOME");
        return new Home(
                repository,
                state == null || state.isBlank()
                        ? repository.resolve("deploy").resolve(".local")
                        : Path.of(state).toAbsolutePath().normalize(),
                portBase(environment.get("FACTURATION_PORT_BASE")));
    }

    private static int portBase(String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_PORT_BASE;
        }
        try {
            int base = Integer.parseInt(text.strip());
            if (base >= 1024 && base <= LAST_PORT_BASE) {
                return base;
            }
        } catch (NumberFormatException e) {
            // Told below, as for a number out of range.
        }
        throw new Trouble(
                "FACTURATION_PORT_BASE is '%s'; it must be a number from 1024 to %d.".formatted(text, LAST_PORT_BASE));
    }

    int port(int offset) {
        return portBase + offset;
    }

    Path logs() {
        return state.resolve("logs");
    }

    Path log(String name) {
        return logs().resolve(name + ".log");
    }

    Path run() {
        return state.resolve("run");
    }

    Path keys() {
        return state.resolve("keys");
    }

    Path mail() {
        return state.resolve("mail");
    }

    Path out() {
        return state.resolve("out");
    }

    Path reports() {
        return state.resolve("reports");
    }

    Path postgres() {
        return state.resolve("postgres");
    }

    Path classes() {
        return state.resolve("classes");
    }

    Path demoData() {
        return repository.resolve("deploy").resolve("demo");
    }

    /** Stands on the command line of every process of this run, so that a pid can be told from a stranger's. */
    String mark() {
        return "-Dfacturation.home=" + state;
    }
}
