package fr.syaga.facturation.clockify.layout;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** How customers' hours become invoices; what is billed stays as it was billed. */
@Path("/api/v1/billing-layouts")
@Tag(name = "Billing layouts")
class BillingLayoutResource {

    private final Layouts layouts;
    private final InvoicingClient invoicing;

    BillingLayoutResource(Layouts layouts, InvoicingClient invoicing) {
        this.layouts = layouts;
        this.invoicing = invoicing;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    public Page<LayoutView> list() {
        return new Page<>(
                layouts.sorted().stream()
                        .map(stored -> LayoutView.of(stored.customerCode(), stored.layout()))
                        .toList(),
                null);
    }

    @GET
    @Path("/{customerCode}")
    @RolesAllowed("reader")
    @Transactional
    public LayoutView one(@PathParam("customerCode") String customerCode) {
        return layouts.findByIdOptional(customerCode)
                .map(stored -> LayoutView.of(customerCode, stored.layout()))
                .orElseThrow(() -> Rejection.notFound("billing layout of customer", customerCode));
    }

    @PUT
    @Path("/{customerCode}")
    @RolesAllowed("operator")
    @Operation(
            summary = "Says how a customer's hours become invoices",
            description =
                    "The first group whose words or projects match takes an entry, rest takes what is left. It holds for all"
                            + " that is not billed yet.")
    public LayoutView put(@PathParam("customerCode") String customerCode, @NotNull @Valid BillingLayout layout) {
        layout.check();
        boolean known = invoicing.customers().stream()
                .anyMatch(customer -> customer.code().equals(customerCode));
        if (!known) {
            throw Rejection.notFound("customer", customerCode);
        }
        QuarkusTransaction.requiringNew().run(() -> layouts.put(customerCode, layout));
        return LayoutView.of(customerCode, layout);
    }

    @DELETE
    @Path("/{customerCode}")
    @RolesAllowed("operator")
    @Operation(summary = "Bills the customer as before: one draft, one line a price")
    @Transactional
    public void drop(@PathParam("customerCode") String customerCode) {
        layouts.deleteById(customerCode);
    }
}
