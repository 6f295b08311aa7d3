package fr.syaga.facturation.clockify.conflict;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.RequestValue;

/** Rows of files that contradict Clockify: they count nowhere until Clockify is read again or a person says which is true. */
@Path("/api/v1/conflicts")
@Tag(name = "Imports")
class ConflictResource {

    private static final String ROW = "conflict";

    private final Conflicts conflicts;

    ConflictResource(Conflicts conflicts) {
        this.conflicts = conflicts;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "Rows that contradict Clockify, each with the entry it contradicts, its hours and its euros")
    public Page<ConflictView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        return conflicts.page(cursor, Page.limit(RequestValue.number("limit", limit)));
    }

    @POST
    @Path("/{id}/keep")
    @RolesAllowed("operator")
    @Operation(summary = "The row is time of its own, beside what Clockify has")
    public TimeEntryView keep(@PathParam("id") String id) {
        return conflicts.keep(RequestValue.id(ROW, id));
    }

    @POST
    @Path("/{id}/drop")
    @RolesAllowed("operator")
    @Operation(summary = "The row is an older word about the entry that Clockify has")
    public void drop(@PathParam("id") String id) {
        conflicts.drop(RequestValue.id(ROW, id), Instant.now());
    }
}
