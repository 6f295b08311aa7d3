package fr.syaga.facturation.invoice.legal;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.Versioned;

@Path("/api/v1/issuer")
@Tag(name = "What the law says")
class IssuerResource {

    private final Issuers issuers;
    private final LateDocuments late;

    IssuerResource(Issuers issuers, LateDocuments late) {
        this.issuers = issuers;
        this.late = late;
    }

    /**
     * The issuer as callers see it.
     *
     * @param lateFacts documents that got their number before anybody said who issues, and what became of them
     */
    record IssuerView(@JsonUnwrapped IssuerDetails details, LateFactsView lateFacts, int version)
            implements Versioned {}

    /** @param pending how many do not yet say who issued them; it goes down to 0 by itself */
    record LateFactsView(long pending) {}

    private IssuerView view(Issuer issuer) {
        return new IssuerView(issuer.details(), new LateFactsView(late.pending()), issuer.version());
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The company that issues", description = "404 until an admin said who that is.")
    public IssuerView get() {
        return issuers.known()
                .map(this::view)
                .orElseThrow(() -> Rejection.notFound("issuer yet:", "an admin enters it with PUT /api/v1/issuer"));
    }

    @PUT
    @RolesAllowed("admin")
    @Operation(
            summary = "Says which company issues",
            description =
                    "Documents already issued keep what they said of it; those issued before anybody said it say it from now on. Thousands of them take a while: lateFacts.pending tells how many are left.")
    public IssuerView put(@NotNull @Valid IssuerDetails details, @HeaderParam("If-Match") IfMatch seen) {
        Issuer said = QuarkusTransaction.joiningExisting().call(() -> describe(details, seen));
        late.freeze();
        return view(said);
    }

    private Issuer describe(IssuerDetails details, IfMatch seen) {
        Issuer issuer = issuers.known().orElseGet(Issuer::new);
        IfMatch.check(seen, issuer.version());
        issuer.describe(details);
        issuers.persistAndFlush(issuer);
        return issuer;
    }
}
