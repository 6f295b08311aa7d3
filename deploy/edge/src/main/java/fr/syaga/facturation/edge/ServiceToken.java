package fr.syaga.facturation.edge;

import java.time.Duration;
import java.time.Instant;
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

    /** Signing costs more than many a call: a token is shown again while the neighbour has minutes left to look at it. */
    private static final Duration SHOWN = Duration.ofMinutes(2);

    private final String caller;
    private final String keyId;
    private volatile Signed signed;

    ServiceToken(
            @ConfigProperty(name = "quarkus.application.name") String caller,
            @ConfigProperty(name = "facturation.signing-key-id") String keyId) {
        this.caller = caller;
        this.keyId = keyId;
    }

    /** A token and until when it is shown. */
    private record Signed(String token, Instant until) {}

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + token(Instant.now()));
    }

    private String token(Instant now) {
        Signed known = signed;
        if (known == null || !now.isBefore(known.until())) {
            known = new Signed(sign(), now.plus(SHOWN));
            signed = known;
        }
        return known.token();
    }

    private String sign() {
        return Jwt.upn(caller)
                .groups(Set.of("service"))
                .expiresIn(LIFETIME)
                .jws()
                .keyId(keyId)
                .sign();
    }
}
