package fr.syaga.facturation.clockify.statement;

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

import fr.syaga.facturation.clockify.billing.plan.TimeBills;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

/** A customer's month, entry by entry, to be sent with the invoice. */
@Path("/api/v1/timesheets")
@Tag(name = "Timesheets")
class TimesheetResource {

    private static final String CSV = "text/csv";
    private static final String PDF = "application/pdf";

    /** Who accepts anything gets JSON. */
    private static final String CSV_IF_ASKED = CSV + ";qs=0.5";

    private static final String PDF_IF_ASKED = PDF + ";qs=0.4";

    private final TimeEntries entries;
    private final HourlyRates rates;
    private final TimeBills bills;
    private final TimesheetPdf pdf;
    private final BusinessDate businessDate;

    TimesheetResource(
            TimeEntries entries, HourlyRates rates, TimeBills bills, TimesheetPdf pdf, BusinessDate businessDate) {
        this.entries = entries;
        this.rates = rates;
        this.bills = bills;
        this.pdf = pdf;
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
        List<TimeEntry> ofCustomer = entries.ofMonth(wanted).stream()
                .filter(entry -> customer.equals(entry.customerCode()))
                .toList();
        return Timesheet.of(customer, wanted, ofCustomer, bills.of(customer, wanted), rates.prices());
    }

    @GET
    @Produces(CSV_IF_ASKED)
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The same as a CSV that a French spreadsheet opens")
    public Response csv(@QueryParam("customer") String customer, @QueryParam("month") String month) {
        Timesheet timesheet = get(customer, month);
        return file(timesheet, TimesheetCsv.of(timesheet, businessDate.zone()), CSV + ";charset=UTF-8", "csv");
    }

    @GET
    @Produces(PDF_IF_ASKED)
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "The same as a page to print or to attach to the invoice")
    public Response pdf(@QueryParam("customer") String customer, @QueryParam("month") String month) {
        Timesheet timesheet = get(customer, month);
        return file(timesheet, pdf.of(timesheet, businessDate.zone()), PDF, "pdf");
    }

    private static Response file(Timesheet timesheet, Object content, String type, String ending) {
        String customer = timesheet.customerCode().replaceAll("[^A-Za-z0-9_-]", "_");
        String name = "temps_%s_%s.%s".formatted(customer, timesheet.month(), ending);
        return Response.ok(content, type)
                .header("Content-Disposition", "attachment; filename=\"%s\"".formatted(name))
                .build();
    }
}
