package fr.syaga.facturation.export.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** The mail server of the tests; it keeps its port from the first test to the last. */
public class PostOffice implements QuarkusTestResourceLifecycleManager {

    private static MailServer server;

    @Override
    public Map<String, String> start() {
        try {
            server = new MailServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("facturation.delivery.smtp", "localhost", "quarkus.mailer.port", Integer.toString(server.port()));
    }

    /** Honest again, and empty. */
    static MailServer server() {
        server.behaves(MailServer.Manner.HONEST);
        server.forget();
        return server;
    }

    @Override
    public void stop() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
