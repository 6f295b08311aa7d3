package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.BusinessDate;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;
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
