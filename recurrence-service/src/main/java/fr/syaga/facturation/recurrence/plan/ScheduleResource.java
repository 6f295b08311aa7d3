package fr.syaga.facturation.recurrence.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.recurrence.ReadOnlyTransaction;

/** What is due when, and what was invoiced of it. */
@Path("/api/v1/schedule")
@Tag(name = "Schedule and runs")
class ScheduleResource {

    /** Ten years of schedule are asked for at most, so that an answer has a size. */
    private static final int LONGEST_YEARS = 10;

    private final Plan plan;
    private final ReadOnlyTransaction reading;

    ScheduleResource(Plan plan, ReadOnlyTransaction reading) {
        this.reading = reading;
        this.plan = plan;
    }

    /** All due dates from one day to another; skipped ones are listed and not counted. */
    record ScheduleView(LocalDate from, LocalDate to, long count, BigDecimal totalNet, List<PlannedView> occurrences) {}

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "Every due date between two days, by date and customer")
    public ScheduleView schedule(@QueryParam("from") String fromText, @QueryParam("to") String toText) {
        LocalDate from = required("from", RequestValue.date("from", fromText));
        LocalDate to = required("to", RequestValue.date("to", toText));
        if (to.isBefore(from) || to.isAfter(from.plusYears(LONGEST_YEARS))) {
            throw Rejection.invalid("to", "must be from the day of 'from' up to ten years later");
        }
        return reading.of(() -> schedule(from, to));
    }

    private ScheduleView schedule(LocalDate from, LocalDate to) {
        List<Planned> planned = plan.shown(from, to);
        List<Planned> counted = planned.stream().filter(Planned::isDue).toList();
        BigDecimal total =
                counted.stream().map(Planned::netAmount).reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        return new ScheduleView(
                from,
                to,
                counted.size(),
                total,
                planned.stream().map(PlannedView::of).toList());
    }

    private static LocalDate required(String name, LocalDate date) {
        if (date == null) {
            throw Rejection.invalid(name, "is required");
        }
        return date;
    }
}
