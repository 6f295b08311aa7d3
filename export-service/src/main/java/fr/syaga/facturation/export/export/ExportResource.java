package fr.syaga.facturation.export.export;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.export.selection.ExportContent;

/** Exports and their files. */
@Path("/api/v1/exports")
public class ExportResource {

    private final ExportOrder order;
    private final ExportWorker worker;
    private final Exports exports;
    private final ExportContent store;
    private final SecurityIdentity caller;

    ExportResource(
            ExportOrder order, ExportWorker worker, Exports exports, ExportContent store, SecurityIdentity caller) {
        this.order = order;
        this.worker = worker;
        this.exports = exports;
        this.store = store;
        this.caller = caller;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("operator")
    @Operation(summary = "Orders a file; the same invoices in the same format are the same export")
    @APIResponse(
            responseCode = "202",
            description = "Ordered; Location tells where to look",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    @APIResponse(
            responseCode = "200",
            description = "The very same export exists",
            content = @Content(schema = @Schema(implementation = ExportView.class)))
    public Response order(@NotNull @Valid ExportRequest request) {
        if (request.onceMore() && !caller.hasRole("admin")) {
            throw Rejection.of(
                    Response.Status.FORBIDDEN, "role-required", "Sending invoices again needs the role admin.");
        }
        ExportDecision.Taken taken = order.take(request, caller.getPrincipal().getName());
        worker.wake();
        URI location = URI.create("/api/v1/exports/" + taken.export().id());
        return Response.status(taken.isNew() ? Response.Status.ACCEPTED : Response.Status.OK)
                .location(location)
                .entity(taken.export())
                .build();
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Exports, the latest first")
    public Page<ExportSummary> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int most = Page.limit(RequestValue.number("limit", limit));
        List<ExportSummary> found =
                exports.latest(cursor, most + 1).stream().map(ExportSummary::of).toList();
        return Page.of(found, most, export -> export.createdAt() + " " + export.id());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "One export with its control totals")
    public ExportView get(@PathParam("id") String id) {
        return ExportView.of(exports.get(RequestValue.id("export", id)));
    }

    @GET
    @Path("/{id}/file")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The file; the same bytes for ever")
    @APIResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.APPLICATION_OCTET_STREAM, schema = @Schema(format = "binary")))
    public Response file(@PathParam("id") String id) {
        Export export = exports.get(RequestValue.id("export", id));
        if (export.status() != Export.Status.DONE) {
            throw Rejection.conflict(
                    "export-has-no-file",
                    export.status() == Export.Status.RUNNING
                            ? "The export is still running; its file comes when it is done."
                            : "The export failed and left no file: " + export.problem());
        }
        UUID known = export.id();
        StreamingOutput content = out -> store.copy(known, out);
        return Response.ok(content, export.format().mediaType(export.fileName()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(export.fileName()))
                .header(HttpHeaders.CONTENT_LENGTH, export.size())
                .tag(export.sha256())
                .build();
    }
}
