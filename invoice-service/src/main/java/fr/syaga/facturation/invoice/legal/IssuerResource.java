package fr.syaga.facturation.invoice.legal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.Versioned;

@Path("/api/v1/issuer")
@Tag(name = "What the law says")
class IssuerResource {

    private final Issuers issuers;
    private final Event<FirstIssuer> firstIssuer;

    IssuerResource(Issuers issuers, Event<FirstIssuer> firstIssuer) {
        this.issuers = issuers;
        this.firstIssuer = firstIssuer;
    }

    /** The issuer as callers see it. */
    record IssuerView(@JsonUnwrapped IssuerDetails details, int version) implements Versioned {

        static IssuerView of(Issuer issuer) {
            return new IssuerView(issuer.details(), issuer.version());
        }
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The company that issues", description = "404 until an admin said who that is.")
    public IssuerView get() {
        return issuers.known()
                .map(IssuerView::of)
                .orElseThrow(() -> Rejection.notFound("issuer yet:", "an admin enters it with PUT /api/v1/issuer"));
    }

    @PUT
    @RolesAllowed("admin")
    @Transactional
    @Operation(
            summary = "Says which company issues",
            description =
                    "Documents already issued keep what they said of it; those issued before anybody said it say it from now on.")
    public IssuerView put(@NotNull @Valid IssuerDetails details, @HeaderParam("If-Match") IfMatch seen) {
        boolean first = issuers.known().isEmpty();
        Issuer issuer = issuers.known().orElseGet(Issuer::new);
        IfMatch.check(seen, issuer.version());
        issuer.describe(details);
        issuers.persistAndFlush(issuer);
        if (first) {
            firstIssuer.fire(new FirstIssuer());
        }
        return IssuerView.of(issuer);
    }
}
