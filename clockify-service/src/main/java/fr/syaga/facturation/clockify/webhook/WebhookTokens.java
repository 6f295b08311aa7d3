package fr.syaga.facturation.clockify.webhook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.edge.Rejection;

/**
 * The tokens of our webhooks. Clockify signs nothing: it sends the webhook's static token along, one webhook for each event,
 * so that the pair of event and token has to be one of ours. Tokens are compared in constant time.
 */
@ApplicationScoped
class WebhookTokens {

    private final List<Pair> pairs;

    WebhookTokens(ClockifyConfig config) {
        this.pairs = Arrays.stream(config.webhookTokens().orElse("").split(","))
                .map(String::strip)
                .filter(pair -> pair.indexOf('=') > 0)
                .map(pair -> new Pair(
                        pair.substring(0, pair.indexOf('=')).strip(),
                        pair.substring(pair.indexOf('=') + 1).strip().getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    private record Pair(String event, byte[] token) {}

    /** True for one of our pairs; false for our token with an event that we have no webhook for; 401 otherwise. */
    boolean accepts(String event, String token) {
        byte[] given = (token == null ? "" : token).getBytes(StandardCharsets.UTF_8);
        boolean pair = false;
        boolean known = false;
        for (Pair ours : pairs) {
            boolean same = MessageDigest.isEqual(ours.token(), given);
            known |= same;
            pair |= same && ours.event().equals(event);
        }
        boolean eventOfAnother = pairs.stream().anyMatch(ours -> ours.event().equals(event));
        if (pair) {
            return true;
        }
        if (known && !eventOfAnother) {
            return false;
        }
        throw Rejection.of(
                jakarta.ws.rs.core.Response.Status.UNAUTHORIZED,
                "webhook-token",
                "The token is not the one of this event's webhook.");
    }
}
