package fr.syaga.facturation.clockify.billing.byhand;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.listing.TimeEntryView;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.RequestValue;

/** Hours that a person billed by hand. */
@Path("/api/v1/time-entries")
@Tag(name = "Time entries")
class HandBillingResource {

    private final HandBilling billing;

    HandBillingResource(HandBilling billing) {
        this.billing = billing;
    }

    @POST
    @Path("/billed")
    @RolesAllowed("operator")
    @Operation(summary = "These hours stand on that invoice, which a person wrote: they are never drafted again")
    public Page<TimeEntryView> billed(@NotNull @Valid Written written) {
        return new Page<>(billing.bill(RequestValue.id("invoice", written.invoiceId()), written.entryIds()), null);
    }

    @POST
    @Path("/unbilled")
    @RolesAllowed("operator")
    @Operation(
            summary =
                    "These hours stand on no invoice after all, also where Clockify says so: they are billed with the others")
    public Page<TimeEntryView> unbilled(@NotNull @Valid Free free) {
        return new Page<>(billing.unbill(free.entryIds()), null);
    }

    /** @param entryIds ours or Clockify's */
    record Written(
            @NotBlank String invoiceId,
            @NotEmpty @Size(max = 5000) List<@NotBlank @Size(max = 100) String> entryIds) {}

    /** @param entryIds ours or Clockify's */
    record Free(@NotEmpty @Size(max = 5000) List<@NotBlank @Size(max = 100) String> entryIds) {}
}
