package fr.syaga.facturation.recurrence.run;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.DueInvoice;

/** What is due when, and what was invoiced of it. */
@Path("/api/v1/schedule")
@Tag(name = "Schedule and runs")
class ScheduleResource {

    /** Ten years of schedule are asked for at most, so that an answer has a size. */
    private static final int LONGEST_YEARS = 10;

    private final Contracts contracts;
    private final Occurrences occurrences;

    ScheduleResource(Contracts contracts, Occurrences occurrences) {
        this.contracts = contracts;
        this.occurrences = occurrences;
    }

    /** One due date of a contract. */
    record PlannedView(
            UUID contractId,
            String customerCode,
            LocalDate dueOn,
            LocalDate periodFrom,
            LocalDate periodTo,
            BigDecimal netAmount,
            String label,
            String status,
            UUID invoiceId,
            String problem) {}

    /** All due dates from one day to another; skipped ones are listed and not counted. */
    record ScheduleView(LocalDate from, LocalDate to, long count, BigDecimal totalNet, List<PlannedView> occurrences) {}

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Every due date between two days, by date and customer")
    public ScheduleView schedule(@QueryParam("from") String fromText, @QueryParam("to") String toText) {
        LocalDate from = required("from", RequestValue.date("from", fromText));
        LocalDate to = required("to", RequestValue.date("to", toText));
        if (to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw Rejection.invalid("to", "must be from the day of 'from' up to ten years later");
        }
        Map<Occurrences.Key, Occurrence> known = occurrences.dueBetween(from, to);
        List<PlannedView> planned = new ArrayList<>();
        for (Contract contract : contracts.inOrder()) {
            contract.dueBetween(from, to).forEach(due -> planned.add(view(contract, due, known)));
        }
        planned.sort(Comparator.comparing(PlannedView::dueOn)
                .thenComparing(PlannedView::customerCode)
                .thenComparing(PlannedView::contractId));
        List<PlannedView> counted = planned.stream()
                .filter(each -> !each.status().equals("SKIPPED"))
                .toList();
        BigDecimal total =
                counted.stream().map(PlannedView::netAmount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return new ScheduleView(from, to, counted.size(), total, planned);
    }

    private static PlannedView view(Contract contract, DueInvoice due, Map<Occurrences.Key, Occurrence> known) {
        Occurrence occurrence =
                known.get(new Occurrences.Key(contract.id(), due.period().from()));
        boolean invoiced = occurrence != null && occurrence.isInvoiced();
        boolean skipped = due.skipped() || occurrence != null && occurrence.status() == OccurrenceStatus.SKIPPED;
        return new PlannedView(
                contract.id(),
                contract.customerCode(),
                due.dueOn(),
                due.period().from(),
                due.period().to(),
                invoiced ? occurrence.netAmount() : due.netAmount(),
                invoiced ? occurrence.label() : due.label(),
                invoiced ? "INVOICED" : skipped ? "SKIPPED" : "PLANNED",
                invoiced ? occurrence.invoiceId() : null,
                occurrence == null ? null : occurrence.problem());
    }

    private static LocalDate required(String name, LocalDate date) {
        if (date == null) {
            throw Rejection.invalid(name, "is required");
        }
        return date;
    }
}
