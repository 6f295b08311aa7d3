package fr.syaga.facturation.recurrence.origin;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.pattern.Patterns;
import fr.syaga.facturation.recurrence.plan.Plan;
import fr.syaga.facturation.recurrence.plan.PlannedView;

/** Tells what came of a contract. */
@Path("/api/v1/contracts")
@Tag(name = "History")
class ContractHistoryResource {

    private final Contracts contracts;
    private final Patterns patterns;
    private final Plan plan;
    private final BusinessDate businessDate;

    ContractHistoryResource(Contracts contracts, Patterns patterns, Plan plan, BusinessDate businessDate) {
        this.contracts = contracts;
        this.patterns = patterns;
        this.plan = plan;
        this.businessDate = businessDate;
    }

    @GET
    @Path("/{id}/history")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "What came of a contract: its due dates, runs and invoices, and the documents that prove it")
    public ContractHistory history(@PathParam("id") UUID id) {
        Contract contract = contracts.get(id);
        return ContractHistory.of(
                contract,
                SupportingInvoices.of(contract, patterns),
                plan.historyOf(contract, businessDate.today()).stream()
                        .map(PlannedView::of)
                        .toList());
    }
}
