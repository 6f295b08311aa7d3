package fr.syaga.facturation.invoice.customer;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

import fr.syaga.facturation.edge.IfMatch;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.edge.RequestValue;

@Path("/api/v1/customers")
@Tag(name = "Customers")
class CustomerResource {

    private final Customers customers;
    private final VatStandings standings;
    private final OpenDrafts drafts;
    private final PlainTerms terms;

    CustomerResource(Customers customers, VatStandings standings, OpenDrafts drafts, PlainTerms terms) {
        this.customers = customers;
        this.standings = standings;
        this.drafts = drafts;
        this.terms = terms;
    }

    private enum Answer {
        TRUE,
        FALSE
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Customers in the order of their codes")
    public Page<CustomerView> list(
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") String limit,
            @QueryParam("undecided")
                    @Parameter(
                            description = "true: only customers whose VAT regime waits for a person; false: the others")
                    String undecided) {
        int size = Page.limit(RequestValue.number("limit", limit));
        List<Customer> found = customers.after(Page.keyOf(cursor), isAskedFor(undecided), size);
        Page<Customer> page = Page.of(found, size, Customer::code);
        Map<String, PlainTerms.Hint> hints = terms.of(page.items());
        return new Page<>(
                page.items().stream()
                        .map(customer -> CustomerView.of(customer, hints.get(customer.code())))
                        .toList(),
                page.nextCursor());
    }

    private static Boolean isAskedFor(String undecided) {
        Answer answer = RequestValue.oneOf(Answer.class, "undecided", undecided);
        return answer == null ? null : answer == Answer.TRUE;
    }

    private CustomerView view(Customer customer) {
        return CustomerView.of(customer, terms.of(List.of(customer)).get(customer.code()));
    }

    @POST
    @RolesAllowed("operator")
    @Transactional
    @ResponseStatus(201)
    @Operation(summary = "Enters a customer", description = "409 when the code is taken, whatever its case.")
    public Response enter(@NotNull @Valid CustomerDetails details) {
        if (details.code() == null || details.code().isBlank()) {
            throw Rejection.invalid("code", "must not be blank");
        }
        if (customers.withCode(details.code()).isPresent()) {
            throw Rejection.conflict("customer-exists", "There is a customer %s already.".formatted(details.code()));
        }
        VatDoubts.refuse(details);
        Customer customer = Customer.entered(details.code(), details.name());
        customer.describe(details, standings.after(details.vatRegime(), customer));
        customers.persistAndFlush(customer);
        return Response.created(UriBuilder.fromPath("/api/v1/customers/{code}").build(customer.code()))
                .entity(view(customer))
                .build();
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "One customer")
    public CustomerView get(@RestPath String code) {
        return view(customers.get(code));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Changes a customer",
            description =
                    "All fields but the code; the former name becomes an alias, a vatRegime is a person's decision. openDrafts names the drafts and the approved documents not exported whose VAT now contradicts it. With If-Match: 412 when somebody changed it meanwhile.")
    public ChangedCustomer change(
            @RestPath String code, @NotNull @Valid CustomerDetails details, @HeaderParam("If-Match") IfMatch seen) {
        Customer customer = customers.lock(code);
        IfMatch.check(seen, customer.version());
        VatDoubts.refuse(details);
        customer.describe(details, standings.after(details.vatRegime(), customer));
        customers.flush();
        return ChangedCustomer.of(view(customer), customer, drafts);
    }
}
