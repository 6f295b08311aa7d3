package fr.syaga.facturation.recurrence.run;

import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;

/** Asks for the invoices that are due. */
@Path("/api/v1/runs")
@Tag(name = "Schedule and runs")
class RunResource {

    private final BillingRun billingRun;

    RunResource(BillingRun billingRun) {
        this.billingRun = billingRun;
    }

    /** The first and the last due date, both inclusive; a dry run only says what it would do. */
    record RunRequest(@NotNull LocalDate from, @NotNull LocalDate to, boolean dryRun) {}

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "Makes every invoice due between two days, each once",
            description =
                    "Repeat it at will: what exists is counted and not made again. 503 when invoice-service is down.")
    public RunView run(@NotNull @jakarta.validation.Valid RunRequest request) {
        if (request.to().isBefore(request.from())) {
            throw Rejection.invalid("to", "is before from");
        }
        return request.dryRun()
                ? billingRun.preview(request.from(), request.to())
                : billingRun.invoice(request.from(), request.to());
    }
}
