package fr.syaga.facturation.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * Waits until the four services say that they are ready, for as long as something moves, and tells meanwhile which are not. A busy
 * machine takes minutes; one that does nothing is given up soon.
 */
final class Readiness {

    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final int LOG_LINES = 25;
    private static final String READY = "200";

    private final Home home;
    private final Patience patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(Home home, Patience patience) {
        this.home = home;
        this.patience = patience;
    }

    /**
     * @param supervised false as soon as the supervisor is gone
     * @throws Trouble with the end of the failing service's log when nothing moves any more, or when it takes too long
     */
    void await(BooleanSupplier supervised) throws InterruptedException {
        Movement movement = new Movement(home);
        Instant start = Instant.now();
        Instant told = start;
        Instant moved = start;
        for (Map<Service, String> missing = missing(); !missing.isEmpty(); missing = missing()) {
            if (!supervised.getAsBoolean()) {
                throw new Trouble("The supervisor ended.\n" + log(Processes.SUPERVISOR));
            }
            Instant now = Instant.now();
            moved = movement.isSeen(missing) ? now : moved;
            requirePatience(missing.keySet(), Duration.between(start, now), Duration.between(moved, now));
            if (now.isAfter(told.plus(TELL_EVERY))) {
                told = now;
                tell(missing.keySet(), Duration.between(start, now));
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private void requirePatience(Set<Service> missing, Duration waited, Duration still) {
        String names = names(missing);
        if (waited.compareTo(patience.limit()) > 0) {
            throw new Trouble("Not ready after %d seconds: %s. More time: FACTURATION_START_WAIT.%n%s"
                    .formatted(patience.limit().toSeconds(), names, logs(missing)));
        }
        if (still.compareTo(patience.still()) > 0) {
            throw new Trouble("Not ready, and nothing moved for %d seconds: %s.%n%s"
                    .formatted(patience.still().toSeconds(), names, logs(missing)));
        }
    }

    private static void tell(Set<Service> missing, Duration waited) {
        System.err.printf("  waiting for %s (%d s)%n", names(missing), waited.toSeconds());
    }

    private static String names(Set<Service> services) {
        return services.stream().map(Service::title).collect(Collectors.joining(", "));
    }

    /** The last line of each, and the end of the first one's. */
    private String logs(Set<Service> missing) {
        String lines = missing.stream()
                .map(service -> service.title() + " said last: " + lastLine(service))
                .collect(Collectors.joining("\n"));
        return lines + "\n" + log(missing.iterator().next().title());
    }

    private String lastLine(Service service) {
        List<String> lines = OwnFiles.tail(home.log(service.title()), 1);
        return lines.isEmpty() ? "nothing" : lines.get(0);
    }

    private String log(String name) {
        return "The end of %s:%n%s"
                .formatted(home.log(name), String.join("\n", OwnFiles.tail(home.log(name), LOG_LINES)));
    }

    /** What each service answers that is not ready. */
    private Map<Service, String> missing() {
        Map<Service, String> missing = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            String answer = answer(service);
            if (!READY.equals(answer)) {
                missing.put(service, answer);
            }
        }
        return missing;
    }

    private String answer(Service service) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.url(home) + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return Integer.toString(
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode());
        } catch (IOException e) {
            return "none";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "none";
        }
    }
}
