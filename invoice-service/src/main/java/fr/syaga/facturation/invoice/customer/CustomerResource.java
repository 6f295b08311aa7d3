package fr.syaga.facturation.invoice.customer;

import java.net.URI;

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

import org.eclipse.microprofile.openapi.annotations.Operation;
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

    CustomerResource(Customers customers) {
        this.customers = customers;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "Customers in the order of their codes")
    public Page<CustomerView> list(@QueryParam("cursor") String cursor, @QueryParam("limit") String limit) {
        int size = Page.limit(RequestValue.number("limit", limit));
        Page<Customer> page = Page.of(customers.after(Page.keyOf(cursor), size), size, Customer::code);
        return new Page<>(page.items().stream().map(CustomerView::of).toList(), page.nextCursor());
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
        Customer customer = new Customer(details.code(), details.name());
        customer.describe(details);
        customers.persistAndFlush(customer);
        return Response.created(URI.create("/api/v1/customers/" + customer.code()))
                .entity(CustomerView.of(customer))
                .build();
    }

    @GET
    @Path("/{code}")
    @RolesAllowed("reader")
    @Transactional
    @Operation(summary = "One customer")
    public CustomerView get(@RestPath String code) {
        return CustomerView.of(customers.get(code));
    }

    @PUT
    @Path("/{code}")
    @RolesAllowed("operator")
    @Transactional
    @Operation(
            summary = "Changes a customer",
            description =
                    "All fields but the code; the former name becomes an alias. With If-Match: 412 when somebody changed it meanwhile.")
    public CustomerView change(
            @RestPath String code, @NotNull @Valid CustomerDetails details, @HeaderParam("If-Match") IfMatch seen) {
        Customer customer = customers.lock(code);
        IfMatch.check(seen, customer.version());
        customer.describe(details);
        customers.flush();
        return CustomerView.of(customer);
    }
}
