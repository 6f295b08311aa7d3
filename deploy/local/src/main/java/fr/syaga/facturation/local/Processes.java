package fr.syaga.facturation.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes of a run by their pid files. A pid alone proves nothing: the machine may have given it to a stranger since,
 * so a process counts only when its command line bears the run's mark.
 */
final class Processes {

    static final String SUPERVISOR = "supervisor";

    /** The word on a supervisor's command line. */
    static final String SUPERVISE = "supervise";

    private static final String SUFFIX = ".pid";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Home home;

    Processes(Home home) {
        this.home = home;
    }

    void remember(String name, long pid) {
        try {
            OwnFiles.write(file(name), pid + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) {
        return home.run().resolve(name + SUFFIX);
    }

    /** The living process of that name, if it is ours. */
    Optional<ProcessHandle> living(String name) {
        try {
            if (!Files.exists(file(name))) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readString(file(name)).strip());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> bears(process, home.mark()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The names of all pid files, the supervisor's excepted. */
    List<String> children() {
        if (!Files.isDirectory(home.run())) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        try (Stream<Path> files = Files.list(home.run())) {
            files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .filter(name -> !name.equals(SUPERVISOR))
                    .sorted()
                    .forEach(names::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names;
    }

    /**
     * Stops what bears this run's mark: a supervisor whose pid file is wrong first, as it would start its children again, then
     * what a killed one left behind. True when there was something.
     */
    boolean stopOrphans() {
        List<ProcessHandle> found = ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> bears(process, home.mark()))
                .sorted(Comparator.comparing(process -> !bears(process, SUPERVISE)))
                .toList();
        found.forEach(process -> stop(process, PATIENCE));
        children().forEach(this::forget);
        return !found.isEmpty();
    }

    /** Asks a process to end, waits, and ends it when it does not. */
    static void stop(ProcessHandle process, Duration patience) {
        process.destroy();
        if (!ends(process, patience)) {
            process.destroyForcibly();
            ends(process, Duration.ofSeconds(10));
        }
    }

    private static boolean ends(ProcessHandle process, Duration patience) {
        try {
            process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException | TimeoutException e) {
            return !process.isAlive();
        }
    }

    static boolean bears(ProcessHandle process, String mark) {
        return process.info().arguments().stream().flatMap(Arrays::stream).anyMatch(mark::equals)
                || process.info()
                        .commandLine()
                        .filter(line -> line.contains(mark))
                        .isPresent();
    }
}
