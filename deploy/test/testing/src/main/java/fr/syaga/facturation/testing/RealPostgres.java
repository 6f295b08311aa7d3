package fr.syaga.facturation.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A real PostgreSQL for a service's tests: embedded by default, so that no Docker is needed; a container when a Docker engine
 * answers or {@code FACTURATION_TEST_DB=testcontainers} asks for one ({@code embedded} forbids it).
 */
public class RealPostgres implements QuarkusTestResourceLifecycleManager {

    private static final Logger LOG = Logger.getLogger(RealPostgres.class);

    /** A machine on which much is built at once takes its time. */
    private static final Duration STARTUP = Duration.ofMinutes(1);

    private EmbeddedPostgres embedded;
    private PostgreSQLContainer container;

    @Override
    public Map<String, String> start() {
        return wantsContainer() ? startContainer() : startEmbedded();
    }

    private static boolean wantsContainer() {
        String asked = System.getenv().getOrDefault("FACTURATION_TEST_DB", "");
        return switch (asked) {
            case "testcontainers" -> true;
            case "embedded" -> false;
            default ->
                System.getenv("DOCKER_HOST") != null
                        && DockerClientFactory.instance().isDockerAvailable();
        };
    }

    private Map<String, String> startContainer() {
        container = new PostgreSQLContainer(System.getenv().getOrDefault("POSTGRES_IMAGE", "postgres:17"));
        container.start();
        return settings(container.getJdbcUrl(), container.getUsername(), container.getPassword());
    }

    private Map<String, String> startEmbedded() {
        try {
            embedded = started();
        } catch (IOException first) {
            // On a busy machine another process may take the free port that was found; the next one is another.
            LOG.warnf("An embedded PostgreSQL did not start and is tried once more: %s", first.getMessage());
            embedded = startedOrFail();
        }
        return settings(embedded.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    private static EmbeddedPostgres started() throws IOException {
        // The machine's own locale may not be installed; C.UTF-8 always is.
        return EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setPGStartupWait(STARTUP)
                .start();
    }

    private static EmbeddedPostgres startedOrFail() {
        try {
            return started();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> settings(String url, String user, String password) {
        return Map.of(
                "quarkus.datasource.jdbc.url", url,
                "quarkus.datasource.username", user,
                "quarkus.datasource.password", password);
    }

    @Override
    public void stop() {
        if (container != null) {
            container.stop();
        }
        if (embedded != null) {
            try {
                embedded.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
