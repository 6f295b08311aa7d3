package fr.syaga.facturation.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/** Waits until the four services say that they are ready, and tells meanwhile which are not. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofSeconds(180);
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);
    private static final Duration TELL_EVERY = Duration.ofSeconds(5);
    private static final int LOG_LINES = 25;

    private final Home home;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    Readiness(Home home) {
        this.home = home;
    }

    /**
     * @param supervised false as soon as the supervisor is gone
     * @throws Trouble with the end of the failing service's log when it takes too long
     */
    void await(BooleanSupplier supervised) throws InterruptedException {
        Instant start = Instant.now();
        Instant told = start;
        for (List<Service> missing = missing(); !missing.isEmpty(); missing = missing()) {
            Instant now = Instant.now();
            if (!supervised.getAsBoolean()) {
                throw new Trouble("The supervisor ended.\n" + log(Processes.SUPERVISOR));
            }
            if (now.isAfter(start.plus(LIMIT))) {
                String name = missing.get(0).title();
                throw new Trouble(
                        "%s is not ready after %d seconds.%n%s".formatted(name, LIMIT.toSeconds(), log(name)));
            }
            if (now.isAfter(told.plus(TELL_EVERY))) {
                told = now;
                System.err.printf(
                        "  waiting for %s (%d s)%n",
                        missing.stream().map(Service::title).collect(Collectors.joining(", ")),
                        Duration.between(start, now).toSeconds());
            }
            Thread.sleep(LOOK_EVERY.toMillis());
        }
    }

    private String log(String name) {
        return "The end of %s:%n%s"
                .formatted(home.log(name), String.join("\n", OwnFiles.tail(home.log(name), LOG_LINES)));
    }

    private List<Service> missing() {
        return Arrays.stream(Service.values())
                .filter(service -> !isReady(service))
                .toList();
    }

    boolean isReady(Service service) {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(service.url(home) + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
