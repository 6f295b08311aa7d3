package fr.syaga.facturation.recurrence.run;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.recurrence.plan.Plan;

/** Asks for the invoices that are due, and tells what earlier runs did. */
@Path("/api/v1/runs")
@Tag(name = "Schedule and runs")
class RunResource {

    /** No invoice is dated outside these years, and a run to the end of time would never end. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 2099;

    private final BillingRun billingRun;
    private final Runs runs;
    private final Plan plan;

    RunResource(BillingRun billingRun, Runs runs, Plan plan) {
        this.billingRun = billingRun;
        this.runs = runs;
        this.plan = plan;
    }

    /**
     * The first and the last due date, both inclusive.
     *
     * @param dryRun only says what it would do, and gives a token for it
     * @param previewToken of a dry run: bills exactly what that said, or is refused
     */
    record RunRequest(@NotNull LocalDate from, @NotNull LocalDate to, boolean dryRun, UUID previewToken) {

        void check() {
            if (from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR) {
                throw Rejection.invalid("from", "from and to must be in the years 2000 to 2099");
            }
            if (to.isBefore(from)) {
                throw Rejection.invalid("to", "is before from");
            }
        }
    }

    @POST
    @RolesAllowed("operator")
    @Operation(
            summary = "Makes every invoice due between two days, each once",
            description =
                    "Repeat it at will: what exists is counted and not made again. With the previewToken of a dry run it bills"
                            + " exactly what that said, or 409 names the contracts that changed. 503 when invoice-service is down.")
    public RunView run(@NotNull @Valid RunRequest request) {
        request.check();
        return request.dryRun()
                ? billingRun.preview(request.from(), request.to())
                : billingRun.invoice(request.from(), request.to(), request.previewToken());
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "Earlier runs, the latest first")
    public Page<RunSummary> runs(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = Page.limit(RequestValue.number("limit", limit));
        Page<Run> page = Page.of(runs.after(cursor, size), size, Runs::place);
        return new Page<>(page.items().stream().map(RunSummary::of).toList(), page.nextCursor());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "One run, with what it asked for")
    public RunView run(@PathParam("id") UUID id) {
        return RunView.of(runs.get(id), plan.askedForBy(id));
    }
}
