package fr.syaga.facturation.invoice.logo;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;

@Path("/api/v1/issuer/logo")
@Tag(name = "What the law says")
class LogoResource {

    private static final String PNG = "image/png";
    private static final String SVG = "image/svg+xml";

    private final Logos logos;
    private final SecurityIdentity caller;

    LogoResource(Logos logos, SecurityIdentity caller) {
        this.logos = logos;
        this.caller = caller;
    }

    /** The logo without its bytes. */
    record LogoView(String mediaType, int size, String sha256, Instant keptAt, String keptBy) {

        private static LogoView of(Logo logo) {
            return new LogoView(logo.mediaType(), logo.content().length, logo.sha256(), logo.keptAt(), logo.keptBy());
        }
    }

    @PUT
    @RolesAllowed("admin")
    @Consumes({PNG, SVG})
    @Produces(MediaType.APPLICATION_JSON)
    @Transactional
    @Operation(
            summary = "Brings the logo that papers bear",
            description =
                    "PNG or SVG, at most 1 MB. An SVG only draws: scripts and references to elsewhere are refused with 422.")
    @RequestBody(
            content = {
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public LogoView put(InputStream body, @Parameter(hidden = true) @HeaderParam(HttpHeaders.CONTENT_TYPE) String type)
            throws IOException {
        byte[] bytes = body == null ? new byte[0] : body.readNBytes(LogoFormat.MAX_BYTES + 1);
        LogoFormat format = type != null && MediaType.valueOf(type).isCompatible(MediaType.valueOf(SVG))
                ? LogoFormat.SVG
                : LogoFormat.PNG;
        format.accept(bytes);
        Logo logo = logos.known().orElseGet(Logo::new);
        logo.hold(format, bytes, caller.getPrincipal().getName());
        logos.persistAndFlush(logo);
        return LogoView.of(logo);
    }

    @GET
    @RolesAllowed("reader")
    @Produces({PNG, SVG})
    @Transactional
    @Operation(summary = "The logo that papers bear", description = "404 until an admin brought one.")
    @APIResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = PNG, schema = @Schema(type = SchemaType.STRING, format = "binary")),
                @Content(mediaType = SVG, schema = @Schema(type = SchemaType.STRING, format = "binary"))
            })
    public Response get() {
        Logo logo = logos.known()
                .orElseThrow(() -> Rejection.notFound("logo yet:", "an admin brings it with PUT /api/v1/issuer/logo"));
        return Response.ok(logo.content(), logo.mediaType())
                .header("ETag", '"' + logo.sha256() + '"')
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
                .build();
    }

    @DELETE
    @RolesAllowed("admin")
    @Transactional
    @Operation(summary = "Takes the logo away", description = "Without one it changes nothing.")
    public void remove() {
        logos.deleteById(true);
    }
}
