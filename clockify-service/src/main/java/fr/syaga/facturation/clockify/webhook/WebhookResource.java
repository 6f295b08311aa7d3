package fr.syaga.facturation.clockify.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Set;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.api.ClockifyConfig;
import fr.syaga.facturation.clockify.api.answer.ClockifyJson;
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

    WebhookResource(WebhookTokens tokens, ClockifyConfig config, Rereads rereads) {
        this.tokens = tokens;
        this.config = config;
        this.rereads = rereads;
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
        WebhookBody webhook = read(body);
        String id = webhook.entryId();
        boolean ours = config.workspaceId()
                .filter(workspace -> workspace.equals(webhook.workspaceId()))
                .isPresent();
        if (ours && id != null && id.matches(CLOCKIFY_ID)) {
            rereads.add(id, event, Instant.now());
        }
        return Response.noContent().build();
    }

    /** What is read of a webhook: which entry it is about. */
    private record WebhookBody(@JsonProperty("_id") String reportId, String id, String workspaceId) {

        String entryId() {
            return reportId == null ? id : reportId;
        }
    }

    private static WebhookBody read(String body) {
        try {
            WebhookBody webhook =
                    body == null ? null : ClockifyJson.read(body.getBytes(StandardCharsets.UTF_8), WebhookBody.class);
            return webhook == null ? new WebhookBody(null, null, null) : webhook;
        } catch (IOException e) {
            throw Rejection.invalid("body", "is not well-formed JSON");
        }
    }
}
