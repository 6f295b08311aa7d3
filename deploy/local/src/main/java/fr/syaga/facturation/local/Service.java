package fr.syaga.facturation.local;

import java.nio.file.Path;
import java.util.Locale;

/** The four services in the order in which they call each other; a service's schema and role bear its short name. */
enum Service {
    INVOICE(1),
    RECURRENCE(2),
    CLOCKIFY(3),
    EXPORT(4);

    private final int portOffset;

    Service(int portOffset) {
        this.portOffset = portOffset;
    }

    String role() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return role() + "-service";
    }

    int port(Home home) {
        return home.port(portOffset);
    }

    String url(Home home) {
        return "http://127.0.0.1:" + port(home);
    }

    Path jar(Home home) {
        return home.repository()
                .resolve(title())
                .resolve("target")
                .resolve("quarkus-app")
                .resolve("quarkus-run.jar");
    }
}
