package fr.syaga.facturation.clockify.billing.run;

import java.time.Instant;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.billing.preview.BillingPreview;
import fr.syaga.facturation.edge.RequestValue;

/** Looks at and makes the bills of a month's time. */
@Path("/api/v1")
@Tag(name = "Billing")
class BillingResource {

    private final BillingRun billing;

    BillingResource(BillingRun billing) {
        this.billing = billing;
    }

    @GET
    @Path("/billing/preview")
    @RolesAllowed("reader")
    @Operation(summary = "What a month's bill is or would be, customer by customer")
    public BillingPreview preview(@QueryParam("month") String month) {
        return billing.preview(RequestValue.month("month", month));
    }

    @POST
    @Path("/billing-runs")
    @RolesAllowed("operator")
    @Operation(
            summary = "Bills a month's FACTURABLE time, one draft a customer",
            description =
                    "Called again, it makes nothing new and answers with what is there. A month that is not over is billed"
                            + " as well, and monthOver says so: time that comes after is on the customer's next bill. A customer with time that"
                            + " cannot be (an entry that is too long, one person's entries that overlap) is held and named,"
                            + " unless despite is true; all others are billed.")
    public BillingRunView run(@NotNull @Valid BillingRequest request) {
        return billing.run(RequestValue.month("month", request.month()), request.despite(), Instant.now());
    }

    /**
     * @param month {@code 2025-07}
     * @param despite true bills customers as well whose time holds an entry that is too long or two that overlap
     */
    record BillingRequest(@NotNull String month, boolean despite) {}
}
