package fr.syaga.facturation.local;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether starting services still do something: one writes to its log, spends CPU time, or answers otherwise than before. As long as none
 * has a process yet, the supervisor's work counts, PostgreSQL's start above all; later its other children would only hide one that is dead.
 */
final class Movement {

    /** An idle JVM spends less than that in the minute in which nothing may happen. */
    private static final Duration WORK = Duration.ofSeconds(1);

    private final Home home;
    private final Processes processes;
    private final Map<String, Trace> seen = new HashMap<>();

    Movement(Home home) {
        this.home = home;
        this.processes = new Processes(home);
    }

    /** What a process has left behind so far. */
    private record Trace(long logged, Duration spent, String answer) {

        boolean isBeyond(Trace before) {
            return logged != before.logged
                    || !answer.equals(before.answer)
                    || spent.compareTo(before.spent) < 0
                    || spent.minus(before.spent).compareTo(WORK) >= 0;
        }
    }

    /** @param answers of the services that are not ready, by service */
    boolean isSeen(Map<Service, String> answers) {
        boolean moved = false;
        boolean noneHasProcess = true;
        for (Map.Entry<Service, String> service : answers.entrySet()) {
            String name = service.getKey().title();
            List<ProcessHandle> process = processes.living(name).stream().toList();
            noneHasProcess &= process.isEmpty();
            moved |= hasMoved(name, new Trace(logged(name), spent(process.stream()), service.getValue()));
        }
        return moved | (noneHasProcess && answers.size() == Service.values().length && supervisorMoved());
    }

    private boolean supervisorMoved() {
        Stream<ProcessHandle> all = processes.living(Processes.SUPERVISOR).stream()
                .flatMap(supervisor -> Stream.concat(Stream.of(supervisor), supervisor.descendants()));
        return hasMoved(Processes.SUPERVISOR, new Trace(logged(Processes.SUPERVISOR), spent(all), ""));
    }

    private boolean hasMoved(String name, Trace now) {
        Trace before = seen.putIfAbsent(name, now);
        boolean moved = before == null || now.isBeyond(before);
        if (moved) {
            seen.put(name, now);
        }
        return moved;
    }

    private long logged(String name) {
        try {
            return Files.size(home.log(name));
        } catch (IOException e) {
            return 0;
        }
    }

    private static Duration spent(Stream<ProcessHandle> processes) {
        return processes
                .map(process -> process.info().totalCpuDuration())
                .flatMap(Optional::stream)
                .reduce(Duration.ZERO, Duration::plus);
    }
}
