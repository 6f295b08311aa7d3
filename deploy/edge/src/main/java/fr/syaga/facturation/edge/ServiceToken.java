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
 * It names its key: a neighbour that accepts more than one, as in a rotation, refuses a token that does not.
 * Register it on a REST client with {@code @RegisterProvider(ServiceToken.class)}.
 */
@ApplicationScoped
public class ServiceToken implements ClientRequestFilter {

    private static final Duration LIFETIME = Duration.ofMinutes(5);

    private final String caller;
    private final String keyId;

    ServiceToken(
            @ConfigProperty(name = "quarkus.application.name") String caller,
            @ConfigProperty(name = "facturation.signing-key-id") String keyId) {
        this.caller = caller;
        this.keyId = keyId;
    }

    @Override
    public void filter(ClientRequestContext request) {
        String token = Jwt.upn(caller)
                .groups(Set.of("service"))
                .expiresIn(LIFETIME)
                .jws()
                .keyId(keyId)
                .sign();
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    }
}
