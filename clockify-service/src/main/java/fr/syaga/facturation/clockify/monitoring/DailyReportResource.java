package fr.syaga.facturation.clockify.monitoring;

import java.time.LocalDate;

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

import fr.syaga.facturation.clockify.recurrence.Contracts;
import fr.syaga.facturation.clockify.timesheet.HourlyRate;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.RequestValue;

/** The billing report of a day. */
@Path("/api/v1/reports/daily")
@Tag(name = "Reports")
class DailyReportResource {

    /** Who accepts anything gets JSON. */
    private static final String PAGE_IF_ASKED = MediaType.TEXT_HTML + ";qs=0.5";

    private final TimeEntries entries;
    private final Contracts contracts;
    private final HourlyRate rate;
    private final BusinessDate businessDate;

    DailyReportResource(TimeEntries entries, Contracts contracts, HourlyRate rate, BusinessDate businessDate) {
        this.entries = entries;
        this.contracts = contracts;
        this.rate = rate;
        this.businessDate = businessDate;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Hours and euros of a day and its month, and what the month will bring")
    public DailyReport get(@QueryParam("date") String date) {
        LocalDate asked = RequestValue.date("date", date);
        LocalDate day = asked == null ? businessDate.today() : asked;
        return DailyReport.of(day, entries.between(day.withDayOfMonth(1), day), contracts.book(), rate);
    }

    @GET
    @Produces(PAGE_IF_ASKED)
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The same as a page with a chart")
    public Response page(@QueryParam("date") String date) {
        return Response.ok(DailyReportPage.of(get(date)), MediaType.TEXT_HTML + ";charset=UTF-8")
                .build();
    }
}
