package fr.syaga.facturation.recurrence.anomaly;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import io.quarkus.security.identity.SecurityIdentity;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.RequestValue;

/** What a user looks at first: where the contracts and the invoices disagree, and for how many euros. */
@Path("/api/v1/anomalies")
@Tag(name = "Anomalies")
class AnomalyResource {

    private final Anomalies anomalies;
    private final BusinessDate businessDate;
    private final SecurityIdentity caller;

    AnomalyResource(Anomalies anomalies, BusinessDate businessDate, SecurityIdentity caller) {
        this.anomalies = anomalies;
        this.caller = caller;
        this.businessDate = businessDate;
    }

    /** Why it is dealt with. */
    record ResolveRequest(@NotBlank @Size(max = 500) String reason) {}

    @GET
    @RolesAllowed("reader")
    @Operation(
            summary = "Where the contracts and the invoices disagree, the most euros first, each with its way out",
            description =
                    "From the latest analysis and from the contracts' due dates up to asOf, today by default. Those that a"
                            + " person resolved are left out; with resolved=true they alone are shown.")
    public AnomalyReport anomalies(
            @QueryParam("asOf") String asOfText, @QueryParam("resolved") @DefaultValue("false") boolean resolved) {
        LocalDate asked = RequestValue.date("asOf", asOfText);
        LocalDate asOf = asked == null ? businessDate.today() : asked;
        return resolved ? anomalies.resolved(asOf) : anomalies.open(asOf);
    }

    @POST
    @Path("/{id}/resolve")
    @RolesAllowed("operator")
    @Operation(
            summary = "Says, with a reason, that an anomaly is dealt with",
            description =
                    "It is listed no more, unless what it says changes. What is due is not resolved: 409, run or skip it.")
    public Anomaly resolve(@PathParam("id") UUID id, @NotNull @Valid ResolveRequest request) {
        // As the database keeps it: the answer is the same when asked again.
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return anomalies.resolve(
                id, new ResolutionView(request.reason(), caller.getPrincipal().getName(), now), businessDate.today());
    }

    @POST
    @Path("/{id}/reopen")
    @RolesAllowed("operator")
    @Operation(summary = "Takes back that an anomaly is dealt with")
    public Anomaly reopen(@PathParam("id") UUID id) {
        return anomalies.reopen(id, businessDate.today());
    }
}
