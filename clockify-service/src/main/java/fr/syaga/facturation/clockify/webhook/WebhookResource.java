package fr.syaga.facturation.clockify.webhook;

import java.io.IOException;
import java.time.Instant;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.ClockifyJson;
import fr.syaga.facturation.edge.Rejection;

/**
 * Where Clockify's webhooks arrive. A webhook only tells which entry to read again: its body has no time of change, so what it
 * says may already be old. Unknown events and other workspaces are answered and stored nowhere.
 */
@Path("/api/v1/webhooks/clockify")
@Tag(name = "Webhooks")
class WebhookResource {

    private static final Set<String> ENTRY_EVENTS = Set.of(
            "NEW_TIMER_STARTED",
            "TIMER_STOPPED",
            "NEW_TIME_ENTRY",
            "TIME_ENTRY_UPDATED",
            "TIME_ENTRY_DELETED",
            "TIME_ENTRY_SPLIT",
            "TIME_ENTRY_RESTORED");

    private static final String CLOCKIFY_ID = "[0-9a-f]{24}";

    private final WebhookTokens tokens;
    private final ClockifyConfig config;
    private final Rereads rereads;
    private final ObjectMapper json;

    WebhookResource(WebhookTokens tokens, ClockifyConfig config, Rereads rereads, ObjectMapper json) {
        this.tokens = tokens;
        this.config = config;
        this.rereads = rereads;
        this.json = json;
    }

    @POST
    @PermitAll
    public Response receive(
            @HeaderParam("clockify-webhook-event-type") String event,
            @HeaderParam("clockify-signature") String token,
            String body) {
        if (!tokens.accepts(event, token) || !ENTRY_EVENTS.contains(event)) {
            return Response.noContent().build();
        }
        JsonNode told = read(body);
        String id = ClockifyJson.id(told);
        boolean ours = config.workspaceId()
                .filter(workspace -> workspace.equals(ClockifyJson.text(told, "workspaceId")))
                .isPresent();
        if (ours && id != null && id.matches(CLOCKIFY_ID)) {
            rereads.add(id, event, Instant.now());
        }
        return Response.noContent().build();
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body == null ? "" : body);
        } catch (IOException e) {
            throw Rejection.invalid("body", "is not well-formed JSON");
        }
    }
}
