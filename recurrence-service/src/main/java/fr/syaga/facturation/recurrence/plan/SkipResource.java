package fr.syaga.facturation.recurrence.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.Occurrences;

/** Leaves out one due date of a contract, takes that back, or has it invoiced again after its invoice was withdrawn. */
@Path("/api/v1/contracts")
@Tag(name = "Contracts")
class SkipResource {

    private static final Logger LOG = Logger.getLogger(SkipResource.class);

    private final Contracts contracts;
    private final Plan plan;
    private final Occurrences occurrences;
    private final BusinessDate businessDate;

    SkipResource(Contracts contracts, Plan plan, Occurrences occurrences, BusinessDate businessDate) {
        this.contracts = contracts;
        this.plan = plan;
        this.occurrences = occurrences;
        this.businessDate = businessDate;
    }

    /** Which due date, as the schedule shows it, and why; the period is needed only where two are due on one day. */
    record SkipRequest(
            @NotNull LocalDate dueOn,
            LocalDate periodFrom,
            @NotBlank @Size(max = 500) String reason) {}

    /** Which due date; the period is needed only where two are due on one day. */
    record DueDate(@NotNull LocalDate dueOn, LocalDate periodFrom) {}

    @POST
    @Path("/{id}/skip")
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Skips one due date, with a reason",
            description = "409 when it was invoiced already. Skipped again, nothing changes.")
    public PlannedView skip(@PathParam("id") UUID id, @NotNull @Valid SkipRequest request) {
        Planned planned = due(id, request.dueOn(), request.periodFrom());
        Occurrence occurrence = occurrences.lock(planned.request());
        occurrence.skip(request.reason(), businessDate.today());
        LOG.infof("Contract %s skips what is due on %s", id, request.dueOn());
        return PlannedView.of(planned.with(occurrence));
    }

    @POST
    @Path("/{id}/unskip")
    @RolesAllowed("operator")
    @Transactional
    @Operation(summary = "Takes a skip back", description = "409 when its due date is past.")
    public PlannedView unskip(@PathParam("id") UUID id, @NotNull @Valid DueDate request) {
        Planned planned = due(id, request.dueOn(), request.periodFrom());
        Occurrence occurrence = occurrences.lock(planned.request());
        occurrence.unskip(businessDate.today());
        LOG.infof("Contract %s no longer skips what is due on %s", id, request.dueOn());
        return PlannedView.of(planned.with(occurrence));
    }

    @POST
    @Path("/{id}/rebill")
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Has a due date invoiced again whose invoice was dropped or cancelled",
            description = "The next run makes a new invoice. 409 when nobody dropped or cancelled one.")
    public PlannedView rebill(@PathParam("id") UUID id, @NotNull @Valid DueDate request) {
        Planned planned = due(id, request.dueOn(), request.periodFrom());
        Occurrence occurrence = occurrences.lock(planned.request());
        occurrence.rebill();
        LOG.infof("Contract %s has what is due on %s invoiced again", id, request.dueOn());
        return PlannedView.of(planned.with(occurrence));
    }

    private Planned due(UUID id, LocalDate dueOn, LocalDate periodFrom) {
        Contract contract = contracts.get(id);
        List<Planned> due = plan.of(contract, dueOn, dueOn);
        if (due.isEmpty()) {
            throw Rejection.invalid(
                    "dueOn",
                    "%s is no due date of this contract; its next one is %s"
                            .formatted(dueOn, contract.schedule().firstOnOrAfter(dueOn)));
        }
        return theOne(due, dueOn, periodFrom);
    }

    /** A begin and a weekend may put two periods on one day; which of them is meant is asked, not guessed. */
    static Planned theOne(List<Planned> due, LocalDate dueOn, LocalDate periodFrom) {
        List<Planned> meant = due.stream()
                .filter(each ->
                        periodFrom == null || each.invoice().service().from().equals(periodFrom))
                .toList();
        if (meant.size() != 1) {
            String periods = due.stream()
                    .map(each -> each.invoice().service().from().toString())
                    .collect(Collectors.joining(", "));
            throw Rejection.invalid(
                    "periodFrom",
                    "must be the first day of one of the periods due on %s: %s".formatted(dueOn, periods));
        }
        return meant.get(0);
    }
}
