package fr.syaga.facturation.recurrence.origin;

import java.util.Optional;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.plan.Plan;
import fr.syaga.facturation.recurrence.plan.Planned;
import fr.syaga.facturation.recurrence.plan.PlannedView;

/** Tells where an invoice comes from. */
@Path("/api/v1/origins")
@Tag(name = "History")
class OriginResource {

    private final Patterns patterns;
    private final Plan plan;

    OriginResource(Patterns patterns, Plan plan) {
        this.patterns = patterns;
        this.plan = plan;
    }

    @GET
    @Path("/{invoice}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "Where an invoice comes from, by its id or its number",
            description =
                    "Contract, period and run of one that a run made; the pattern that one of the history proves.")
    public InvoiceOrigin origin(@PathParam("invoice") String invoice) {
        return madeByARun(invoice)
                .or(() -> provesAPattern(invoice))
                .orElseThrow(() -> Rejection.notFound("contract or pattern behind invoice", invoice));
    }

    private Optional<InvoiceOrigin> madeByARun(String invoice) {
        return uuid(invoice).flatMap(plan::invoicedAs).map(this::origin);
    }

    private InvoiceOrigin origin(Planned planned) {
        Contract contract = planned.contract();
        return new InvoiceOrigin(
                contract.customerCode(),
                contract.id(),
                PlannedView.of(planned),
                SupportingInvoices.of(contract, patterns));
    }

    private Optional<InvoiceOrigin> provesAPattern(String number) {
        return patterns.provenBy(number)
                .map(pattern -> new InvoiceOrigin(
                        pattern.customerCode(), pattern.contractId(), null, SupportingInvoices.of(pattern)));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
