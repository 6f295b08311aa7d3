package fr.syaga.facturation.edge;

import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.ext.Provider;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

/**
 * One id for one request in all services that work on it: the caller's when it is sane, else a new one. It stands in the answer, on
 * every line of the log, and on the calls to neighbours; what a timer begins gets one with its first call.
 */
@Provider
@ApplicationScoped
public class RequestId implements ClientRequestFilter {

    static final String HEADER = "X-Request-Id";

    private static final String IN_LOG = "requestId";
    private static final int BEFORE_ALL_OTHERS = Integer.MAX_VALUE;
    /** Nothing that breaks a line of a log or a header. */
    private static final Pattern SANE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    void register(@Observes Filters filters) {
        filters.register(this::take, BEFORE_ALL_OTHERS);
    }

    private void take(RoutingContext request) {
        String asked = request.request().getHeader(HEADER);
        String id = asked != null && SANE.matcher(asked).matches() ? asked : create();
        MDC.put(IN_LOG, id);
        request.response().putHeader(HEADER, id);
        request.next();
    }

    @Override
    public void filter(ClientRequestContext call) {
        Object id = MDC.get(IN_LOG);
        call.getHeaders().putSingle(HEADER, id == null ? create() : id.toString());
    }

    private static String create() {
        return UUID.randomUUID().toString();
    }
}
