package fr.syaga.facturation.edge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.Response.Status;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells a caller in a problem document that a body is too large; the server's own limit behind it would answer nothing. */
@ApplicationScoped
class BodyLimit {

    /** After the request got its id, which stands in every answer. */
    private static final int BEFORE_NEARLY_ALL = Integer.MAX_VALUE - 1;

    private final long bytes;

    BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        this.bytes = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_NEARLY_ALL);
    }

    private void check(RoutingContext request) {
        if (announced(request) <= bytes) {
            request.next();
            return;
        }
        Rejection problem = Rejection.of(
                Status.REQUEST_ENTITY_TOO_LARGE,
                "too-large",
                "The body is larger than the %d MB that this service takes. Cut the file in two."
                        .formatted(bytes / 1024 / 1024));
        // What is on its way is not read: the connection ends with the answer.
        request.response()
                .putHeader("Connection", "close")
                .endHandler(done -> request.request().connection().close());
        ProblemResponse.send(request, problem);
    }

    private static long announced(RoutingContext request) {
        try {
            String length = request.request().getHeader("Content-Length");
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
