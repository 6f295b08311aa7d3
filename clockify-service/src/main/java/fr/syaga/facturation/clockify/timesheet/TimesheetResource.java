package fr.syaga.facturation.clockify.timesheet;

import java.time.YearMonth;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** A customer's month, entry by entry, to be sent with the invoice. */
@Path("/api/v1/timesheets")
@Tag(name = "Timesheets")
class TimesheetResource {

    private static final String CSV = "text/csv";

    /** Who accepts anything gets JSON. */
    private static final String CSV_IF_ASKED = CSV + ";qs=0.5";

    private final TimeEntries entries;
    private final HourlyRate rate;
    private final BusinessDate businessDate;

    TimesheetResource(TimeEntries entries, HourlyRate rate, BusinessDate businessDate) {
        this.entries = entries;
        this.rate = rate;
        this.businessDate = businessDate;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "A customer's month: billed time and time within the contract")
    public Timesheet get(@QueryParam("customer") String customer, @QueryParam("month") String month) {
        YearMonth wanted = RequestValue.month("month", month);
        if (customer == null || customer.isBlank()) {
            throw Rejection.invalid("customer", "is missing");
        }
        List<TimeEntry> found = entries.ofMonth(wanted).stream()
                .filter(entry -> customer.equals(entry.customerCode()) && entry.category() != null)
                .toList();
        return Timesheet.of(customer, wanted, found, rate);
    }

    @GET
    @Produces(CSV_IF_ASKED)
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The same as a CSV that a French spreadsheet opens")
    public Response csv(@QueryParam("customer") String customer, @QueryParam("month") String month) {
        Timesheet timesheet = get(customer, month);
        return Response.ok(TimesheetCsv.of(timesheet, businessDate.zone()), CSV + ";charset=UTF-8")
                .header(
                        "Content-Disposition",
                        "attachment; filename=\"temps_%s_%s.csv\""
                                .formatted(customer.replaceAll("[^A-Za-z0-9_-]", "_"), timesheet.month()))
                .build();
    }
}
