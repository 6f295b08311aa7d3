package fr.syaga.facturation.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A start in which export-service is a slow child and the three others are ready. */
class ReadinessTest {

    private static final Duration STILL = Duration.ofSeconds(2);
    private static final Duration LONG = Duration.ofMinutes(2);
    private static final int SLOW = 503;
    private static final int READY = 200;

    @TempDir
    Path folder;

    private final List<HttpServer> servers = new ArrayList<>();
    private final List<Process> children = new ArrayList<>();
    private volatile int answer = SLOW;
    private Home home;

    @BeforeEach
    void threeReadyServicesAndASlowOne() throws IOException {
        home = new Home(folder, folder, freePorts());
        Files.createDirectories(home.logs());
        Files.createDirectories(home.run());
        for (Service service : Service.values()) {
            HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", service.port(home)), 0);
            server.createContext("/", exchange -> {
                exchange.sendResponseHeaders(service == Service.EXPORT ? answer : READY, -1);
                exchange.close();
            });
            server.start();
            servers.add(server);
        }
    }

    @AfterEach
    void stop() {
        servers.forEach(server -> server.stop(0));
        children.forEach(Process::destroyForcibly);
    }

    @Test
    void aSlowServiceIsWaitedForAsLongAsItsLogGrows() throws Exception {
        child("for i in 1 2 3 4 5 6 7 8 9 10 11 12; do echo migrating $i >> '%s'; sleep 0.5; done"
                .formatted(home.log("export-service")));
        Thread ready = new Thread(() -> {
            pause(STILL.multipliedBy(2).plusSeconds(1));
            answer = READY;
        });
        ready.start();

        assertThatCode(() -> await(LONG)).doesNotThrowAnyException();
        assertThat(answer).isEqualTo(READY);
        ready.join();
    }

    @Test
    void aSilentServiceIsWaitedForAsLongAsItSpendsCpuTime() throws Exception {
        Process busy = child("while :; do :; done");
        Thread ready = new Thread(() -> {
            pause(STILL.multipliedBy(2).plusSeconds(1));
            answer = READY;
        });
        ready.start();

        // A starved machine gives it its second of CPU time late.
        new Readiness(home, new Patience(LONG, Duration.ofSeconds(4))).await(busy::isAlive);

        ready.join();
    }

    @Test
    void whatDoesNothingIsGivenUpByNameWithTheLastLineOfItsLog() throws Exception {
        Files.writeString(home.log("export-service"), "first\nwaiting for the database\n", StandardOpenOption.CREATE);
        child("sleep 60");

        assertThatThrownBy(() -> await(LONG))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("nothing moved for 2 seconds: export-service")
                .hasMessageContaining("export-service said last: waiting for the database");
    }

    @Test
    void aServiceThatDiedIsNotHiddenByTheWorkOfTheOthers() throws Exception {
        Process others = child("while :; do :; done");
        new Processes(home).forget("export-service");
        new Processes(home).remember(Processes.SUPERVISOR, others.pid());

        assertThatThrownBy(() -> await(LONG))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("nothing moved for 2 seconds: export-service");
    }

    @Test
    void whatMovesForEverIsGivenUpAtTheLimit() throws Exception {
        child("while :; do echo trying again >> '%s'; sleep 0.3; done".formatted(home.log("export-service")));

        assertThatThrownBy(() -> await(Duration.ofSeconds(4)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("Not ready after 4 seconds: export-service")
                .hasMessageContaining("FACTURATION_START_WAIT");
    }

    @Test
    void aSupervisorThatEndedIsNotWaitedFor() {
        assertThatThrownBy(() -> new Readiness(home, new Patience(LONG, STILL)).await(() -> false))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("supervisor ended");
    }

    @ParameterizedTest
    @CsvSource({"'',600", "90,90", "90s,90", "3m,180", "PT2M,120"})
    void theLimitIsASetting(String text, long seconds) {
        assertThat(Patience.of(Map.of("FACTURATION_START_WAIT", text)).limit()).hasSeconds(seconds);
    }

    @ParameterizedTest
    @CsvSource({"soon", "0", "-5", "10 minutes"})
    void whatIsNoTimeIsSaidAtOnce(String text) {
        assertThatThrownBy(() -> Patience.of(Map.of("FACTURATION_START_WAIT", text)))
                .isInstanceOf(Trouble.class)
                .hasMessageContaining("FACTURATION_START_WAIT");
    }

    private void await(Duration limit) throws InterruptedException {
        new Readiness(home, new Patience(limit, STILL)).await(() -> true);
    }

    /** A process that the run takes for export-service. */
    private Process child(String script) throws IOException {
        Process child = new ProcessBuilder("sh", "-c", script + "; :", home.mark()).start();
        new Processes(home).remember("export-service", child.pid());
        children.add(child);
        return child;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePorts() {
        for (int tries = 0; tries < 100; tries++) {
            int base = ThreadLocalRandom.current().nextInt(20_000, 30_000);
            if (isFree(base + 1) && isFree(base + 2) && isFree(base + 3) && isFree(base + 4)) {
                return base;
            }
        }
        throw new IllegalStateException("No four free ports in a row.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
            return free.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
