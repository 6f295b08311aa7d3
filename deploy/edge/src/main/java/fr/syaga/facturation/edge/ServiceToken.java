package fr.syaga.facturation.edge;

import java.time.Duration;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

import io.smallrye.jwt.build.Jwt;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Signs the calls of one service to another: a short-lived bearer token with the role {@code service}, named after the caller.
 * Register it on a REST client with {@code @RegisterProvider(ServiceToken.class)}.
 */
@ApplicationScoped
public class ServiceToken implements ClientRequestFilter {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final String caller;

    ServiceToken(@ConfigProperty(name = "quarkus.application.name") String caller) {
        this.caller = caller;
    }

    @Override
    public void filter(ClientRequestContext request) {
        String token =
                Jwt.upn(caller).groups(Set.of("service")).expiresIn(LIFETIME).sign();
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
