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
    private final PatternViews views;
    private final Acceptance acceptance;

    PatternResource(Patterns patterns, PatternViews views, Acceptance acceptance) {
        this.views = views;
        this.patterns = patterns;
        this.acceptance = acceptance;
    }

    /**
     * What accepting all of them made: the contracts' patterns, and none the second time.
     *
     * @param waiting those that a contract at another price stands in the way of; a person accepts or rejects each
     * @param priceDiffers keys of the user's configuration whose amount is the price before
     * @param unmatched keys that stand for no contract, and why
     */
    record Accepted(
            int accepted,
            List<PatternView> items,
            List<PatternView> waiting,
            List<UserConfiguration.PriceDiffers> priceDiffers,
            List<UserConfiguration.Unmatched> unmatched) {}

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "The patterns of the latest analysis, by customer")
    public Page<PatternView> patterns(@QueryParam("status") String status) {
        PatternStatus wanted = RequestValue.oneOf(PatternStatus.class, "status", status);
        return new Page<>(views.latest(wanted), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Operation(summary = "One pattern")
    public PatternView pattern(@PathParam("id") UUID id) {
        return views.one(id);
    }

    @POST
    @Path("/{id}/accept")
    @RolesAllowed("operator")
    @Operation(summary = "Says yes to a pattern: it becomes a contract, once")
    public PatternView accept(@PathParam("id") UUID id) {
        return views.of(acceptance.accept(id));
    }

    @POST
    @Path("/{id}/reject")
    @RolesAllowed("operator")
    @Transactional
    @Operation(summary = "Says no to a pattern")
    public PatternView reject(@PathParam("id") UUID id) {
        FoundPattern pattern = patterns.get(id);
        pattern.reject();
        return views.of(pattern);
    }

    @POST
    @Path("/accept-all")
    @RolesAllowed("operator")
    @Operation(
            summary = "Says yes to every open and active pattern",
            description =
                    "A pattern joins the contract of its customer, periodicity and price. One at another price than such a"
                            + " contract waits for a person: accept or reject it.")
    public Accepted acceptAll() {
        Acceptance.All all = acceptance.acceptAll();
        return new Accepted(
                all.accepted().size(),
                views.of(all.accepted()),
                views.of(all.waiting()),
                all.told().priceDiffers(),
                all.told().unmatched());
    }
}
