package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
import fr.syaga.facturation.invoice.csv.SpreadsheetCsv;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.money.Money;

@Path("/api/v1/receivables")
@Tag(name = "What is owed, what is unfinished")
class ReceivableResource {

    private final Receivables receivables;
    private final Customers customers;
    private final BusinessDate today;

    ReceivableResource(Receivables receivables, Customers customers, BusinessDate today) {
        this.receivables = receivables;
        this.customers = customers;
        this.today = today;
    }

    /** What one customer owes, document by document. */
    record Statement(
            String customerCode,
            String customerName,
            LocalDate asOf,
            BigDecimal outstanding,
            List<Receivables.Unpaid> documents) {}

    @GET
    @Path("/aged")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Aged balance: what is unpaid, by customer and by days late")
    public AgedBalance aged(@QueryParam("asOf") String asOf) {
        return receivables.aged(day(asOf));
    }

    @GET
    @Path("/aged.csv")
    @RolesAllowed("reader")
    @Produces(SpreadsheetCsv.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "The aged balance as a CSV that a French spreadsheet opens")
    public Response agedCsv(@QueryParam("asOf") String asOf) {
        SpreadsheetCsv csv = new SpreadsheetCsv(
                "code",
                "client",
                "non_echu",
                "1_a_30_jours",
                "31_a_60_jours",
                "61_a_90_jours",
                "plus_de_90_jours",
                "total");
        AgedBalance aged = receivables.aged(day(asOf));
        aged.customers().forEach(each -> row(csv, each.customerCode(), each.customerName(), each.outstanding()));
        row(csv, "TOTAL", null, aged.total());
        return csv.download("balance_agee_%s.csv".formatted(aged.asOf()));
    }

    private static void row(SpreadsheetCsv csv, String code, String name, AgedBalance.Bucket owed) {
        csv.row(
                code,
                name,
                owed.notDue(),
                owed.days1To30(),
                owed.days31To60(),
                owed.days61To90(),
                owed.over90(),
                owed.total());
    }

    @GET
    @Path("/statements/{customer}.csv")
    @RolesAllowed("reader")
    @Produces(SpreadsheetCsv.MEDIA_TYPE)
    @Transactional
    @Operation(summary = "A customer's statement as a CSV that a French spreadsheet opens")
    public Response statementCsv(@RestPath String customer, @QueryParam("asOf") String asOf) {
        Statement statement = statement(customer, asOf);
        SpreadsheetCsv csv = new SpreadsheetCsv("numero", "date", "echeance", "montant_ttc", "reste_du");
        statement
                .documents()
                .forEach(each ->
                        csv.row(each.number(), each.issuedOn(), each.dueOn(), each.grossAmount(), each.outstanding()));
        csv.row("TOTAL", null, null, null, statement.outstanding());
        return csv.download("releve_%s_%s.csv".formatted(statement.customerCode(), statement.asOf()));
    }

    @GET
    @Path("/statements/{customer}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "A customer's statement: the unpaid documents and their sum")
    public Statement statement(@RestPath String customer, @QueryParam("asOf") String asOf) {
        Customer known = customers.withCode(customer).orElseThrow(() -> Rejection.notFound("customer", customer));
        LocalDate day = day(asOf);
        List<Receivables.Unpaid> unpaid = receivables.unpaid(day, known.code());
        Money sum = Money.sum(
                unpaid.stream().map(each -> Money.of(each.outstanding())).toList());
        return new Statement(known.code(), known.name(), day, sum.amount(), unpaid);
    }

    @GET
    @Path("/closes/{month}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(
            summary = "Whether a month is complete",
            description = "Approved = exported = in Oxygène's list, to the cent, with what is missing on each side.")
    public MonthlyClose close(@RestPath String month) {
        return receivables.close(RequestValue.month("month", month));
    }

    private LocalDate day(String asOf) {
        LocalDate asked = RequestValue.date("asOf", asOf);
        return asked == null ? today.today() : asked;
    }
}
