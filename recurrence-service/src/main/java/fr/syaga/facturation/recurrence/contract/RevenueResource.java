package fr.syaga.facturation.recurrence.contract;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;

/** What the contracts that are not over bring in a year. */
@Path("/api/v1/revenue")
@Tag(name = "Contracts")
class RevenueResource {

    private final Contracts contracts;
    private final BusinessDate businessDate;

    RevenueResource(Contracts contracts, BusinessDate businessDate) {
        this.contracts = contracts;
        this.businessDate = businessDate;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "Annual recurring revenue")
    public Revenue revenue() {
        return Revenue.of(contracts.inOrder(), businessDate.today());
    }
}
