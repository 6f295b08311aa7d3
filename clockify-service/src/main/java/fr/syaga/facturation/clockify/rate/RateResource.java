package fr.syaga.facturation.clockify.rate;

import java.net.URI;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** Prices of an hour by customer, project and person; what is on a draft keeps the price that it was billed at. */
@Path("/api/v1/rates")
@Tag(name = "Rates")
class RateResource {

    private static final UUID NONE = new UUID(0, 0);

    private final HourlyRates rates;

    RateResource(HourlyRates rates) {
        this.rates = rates;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "The prices that differ from the general one")
    public Page<RateView> list() {
        return new Page<>(rates.inOrder().stream().map(RateView::of).toList(), null);
    }

    @POST
    @RolesAllowed("operator")
    @Transactional
    public Response add(@NotNull @Valid RateTerms terms) {
        check(terms, NONE);
        HourlyRate rate = new HourlyRate(terms);
        rates.persistAndFlush(rate);
        return Response.created(URI.create("/api/v1/rates/" + rate.id()))
                .entity(RateView.of(rate))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("operator")
    @Transactional
    public RateView change(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) IfMatch seen,
            @NotNull @Valid RateTerms terms) {
        HourlyRate rate = found(id);
        IfMatch.check(seen, rate.version());
        check(terms, rate.id());
        rate.change(terms);
        rates.flush();
        return RateView.of(rate);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("operator")
    @Transactional
    public void drop(@PathParam("id") String id) {
        rates.delete(found(id));
    }

    private HourlyRate found(String id) {
        return rates.findByIdOptional(RequestValue.id("rate", id)).orElseThrow(() -> Rejection.notFound("rate", id));
    }

    private void check(RateTerms terms, UUID except) {
        if (terms.projectName() != null && terms.customerCode() == null) {
            throw Rejection.invalid("customerCode", "is missing: a project's price names its customer");
        }
        if (rates.isTaken(terms, except)) {
            throw Rejection.conflict("rate-taken", "A price for the same begins on that day already; change that one.");
        }
    }
}
