package fr.syaga.facturation.recurrence.pattern;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.recurrence.detection.PatternStatus;

/** The patterns of the latest analysis and a person's decisions about them. */
@Path("/api/v1/patterns")
@Tag(name = "Patterns")
class PatternResource {

    private final Patterns patterns;
    private final Acceptance acceptance;

    PatternResource(Patterns patterns, Acceptance acceptance) {
        this.patterns = patterns;
        this.acceptance = acceptance;
    }

    /** What accepting all of them made: the contracts' patterns, and none the second time. */
    record Accepted(int accepted, List<PatternView> items) {}

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "The patterns of the latest analysis, by customer")
    public Page<PatternView> patterns(@QueryParam("status") String status) {
        PatternStatus wanted = RequestValue.oneOf(PatternStatus.class, "status", status);
        List<PatternView> views = patterns.latest().stream()
                .filter(each -> wanted == null || each.status() == wanted)
                .map(PatternView::of)
                .toList();
        return new Page<>(views, null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Operation(summary = "One pattern")
    public PatternView pattern(@PathParam("id") UUID id) {
        return PatternView.of(patterns.get(id));
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed("operator")
    @Operation(summary = "Says yes to a pattern: it becomes a contract, once")
    public PatternView accept(@PathParam("id") UUID id) {
        return PatternView.of(acceptance.accept(id));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("operator")
    @Transactional
    @Operation(summary = "Says no to a pattern")
    public PatternView reject(@PathParam("id") UUID id) {
        FoundPattern pattern = patterns.get(id);
        pattern.reject();
        return PatternView.of(pattern);
    }

    @POST
    @Path("/accept-all")
    @RolesAllowed("operator")
    @Operation(summary = "Says yes to every open and active pattern")
    public Accepted acceptAll() {
        List<PatternView> accepted =
                acceptance.acceptAll().stream().map(PatternView::of).toList();
        return new Accepted(accepted.size(), accepted);
    }
}
