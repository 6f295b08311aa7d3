package fr.syaga.facturation.edge;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** A request without a body needs no media type: it is JSON with nothing in it, so that a deed whose fields may all be left out can be. */
class NoBody {

    @ServerRequestFilter(preMatching = true)
    void readAsJson(ContainerRequestContext request) {
        boolean isDeed = request.getMethod().equals(HttpMethod.POST);
        boolean isUntyped = request.getHeaderString(HttpHeaders.CONTENT_TYPE) == null;
        if (isDeed && isUntyped && isEmpty(request)) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean isEmpty(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        return length == null
                ? request.getHeaderString("Transfer-Encoding") == null
                : length.strip().equals("0");
    }
}
