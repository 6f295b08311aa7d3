package fr.syaga.facturation.recurrence.indexation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;

/** Proposes new prices for many contracts, and applies them by a person's yes. */
@Path("/api/v1/indexations")
@Tag(name = "Indexation")
class IndexationResource {

    private static final Logger LOG = Logger.getLogger(IndexationResource.class);

    private final Indexations indexations;
    private final IndexValues values;
    private final Contracts contracts;

    IndexationResource(Indexations indexations, IndexValues values, Contracts contracts) {
        this.indexations = indexations;
        this.values = values;
        this.contracts = contracts;
    }

    @POST
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Proposes new prices from a day on, and changes nothing",
            description =
                    "By an index, P1 = P0 x S1 / S0, or by a percentage; each price rounded half up to the cent. P0 is the price"
                            + " of the day before. All contracts that go on, or those of contractIds.")
    @APIResponse(
            responseCode = "201",
            description = "The preview",
            content = @Content(schema = @Schema(implementation = IndexationView.class)))
    public Response propose(@NotNull @Valid IndexationTerms terms) {
        terms.check();
        Indexation indexation = new Indexation(terms.from(), revision(terms));
        Map<UUID, LocalDate> indexedTo = terms.index() == null ? Map.of() : indexations.indexedTo(terms.index());
        chosen(terms).forEach(contract -> indexation.consider(contract, indexedTo.get(contract.id())));
        indexations.persist(indexation);
        return Response.status(Response.Status.CREATED)
                .entity(IndexationView.of(indexation))
                .build();
    }

    private Revision revision(IndexationTerms terms) {
        return terms.index() == null
                ? Revision.byPercent(terms.percent())
                : Revision.byIndex(
                        terms.index(),
                        terms.baseMonth(),
                        values.get(terms.index(), terms.baseMonth()),
                        terms.month(),
                        values.get(terms.index(), terms.month()));
    }

    private List<Contract> chosen(IndexationTerms terms) {
        return terms.contractIds() == null
                ? contracts.inOrder().stream()
                        .filter(contract -> contract.goesOnAfter(terms.from().minusDays(1)))
                        .toList()
                : terms.contractIds().stream().distinct().map(contracts::get).toList();
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "All indexations, the latest first")
    public Page<IndexationView> indexations() {
        return new Page<>(
                indexations.latestFirst().stream().map(IndexationView::of).toList(), null);
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Operation(summary = "One indexation")
    public IndexationView indexation(@PathParam("id") UUID id) {
        return IndexationView.of(indexations.get(id));
    }

    @POST
    @Path("/{id}/apply")
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Says yes: the new prices hold from their day",
            description = "All or none; 409 when a price changed since the preview. Applied again, nothing changes.")
    public IndexationView apply(@PathParam("id") UUID id) {
        Indexation indexation = indexations.lock(id);
        Map<UUID, Contract> current = indexation.changing().stream()
                .map(IndexedContract::contractId)
                .sorted()
                .map(contracts::lock)
                .collect(Collectors.toMap(Contract::id, Function.identity()));
        indexation.apply(current);
        LOG.infof("Indexation %s from %s holds for %d contracts", id, indexation.holdsFrom(), current.size());
        return IndexationView.of(indexation);
    }
}
