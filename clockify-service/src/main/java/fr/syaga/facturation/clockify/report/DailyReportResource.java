package fr.syaga.facturation.clockify.report;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.RequestValue;

/** The billing report of a day. */
@Path("/api/v1/reports/daily")
@Tag(name = "Reports")
class DailyReportResource {

    /** Who accepts anything gets JSON. */
    private static final String PAGE_IF_ASKED = MediaType.TEXT_HTML + ";qs=0.5";

    private final DailyReports reports;
    private final DailyReportPage page;
    private final DailyReportMail mail;
    private final BusinessDate businessDate;

    DailyReportResource(DailyReports reports, DailyReportPage page, DailyReportMail mail, BusinessDate businessDate) {
        this.reports = reports;
        this.page = page;
        this.mail = mail;
        this.businessDate = businessDate;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed("reader")
    @Operation(summary = "Hours and euros of a day and its month, and what the month will bring")
    public DailyReport get(@QueryParam("date") String date) {
        return reports.of(day(date));
    }

    @GET
    @Produces(PAGE_IF_ASKED)
    @RolesAllowed("reader")
    @Operation(summary = "The same as a page with a chart")
    public Response page(@QueryParam("date") String date) {
        DailyReport report = get(date);
        String chart = new CustomerChart(report.customers()).svg();
        return Response.ok(page.html(report, chart), MediaType.TEXT_HTML + ";charset=UTF-8")
                .build();
    }

    @POST
    @Path("/send")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    @RolesAllowed("operator")
    @Operation(
            summary = "Mails a day's report to the people who are to be told",
            description = "Called again it answers with the first mail; \"again\": true sends another.")
    public DailyReportMail.Sent send(Wanted wanted) {
        LocalDate day = day(wanted == null ? null : wanted.date());
        return mail.send(day, wanted != null && wanted.again(), Instant.now());
    }

    private LocalDate day(String date) {
        LocalDate asked = RequestValue.date("date", date);
        return asked == null ? businessDate.today() : asked;
    }

    /** @param date today when it is missing */
    record Wanted(String date, boolean again) {}
}
