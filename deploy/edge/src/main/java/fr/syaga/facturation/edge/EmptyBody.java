package fr.syaga.facturation.edge;

import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Takes a request without a body for an empty JSON one where its Content-Type is none or one that tools put there by themselves.
 * Whether the body may be left out is for its reader to say, with the name of what is missing; an empty PDF stays a PDF.
 */
@Singleton
class EmptyBody {

    @ServerRequestFilter(preMatching = true)
    void isJson(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        boolean isEmpty =
                request.getHeaderString("Transfer-Encoding") == null && (length == null || "0".equals(length.strip()));
        if (isEmpty && !HttpMethod.GET.equals(request.getMethod()) && saysNothing(request.getMediaType())) {
            request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
        }
    }

    private static boolean saysNothing(MediaType type) {
        return type == null
                || type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                || type.isCompatible(MediaType.TEXT_PLAIN_TYPE);
    }
}
