package fr.syaga.facturation.clockify.customer;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.timesheet.HourlyRate;
import fr.syaga.facturation.clockify.timesheet.Hours;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** Which customer each Clockify client is; what waits for a yes is shown with its hours and euros. */
@Path("/api/v1/customer-mappings")
@Tag(name = "Customer mappings")
class CustomerMappingResource {

    private final CustomerMappings mappings;
    private final TimeEntries entries;
    private final InvoicingClient invoicing;
    private final HourlyRate rate;
    private final Event<MappingsChanged> changes;

    CustomerMappingResource(
            CustomerMappings mappings,
            TimeEntries entries,
            InvoicingClient invoicing,
            HourlyRate rate,
            Event<MappingsChanged> changes) {
        this.mappings = mappings;
        this.entries = entries;
        this.invoicing = invoicing;
        this.rate = rate;
        this.changes = changes;
    }

    @GET
    @RolesAllowed("reader")
    public Page<MappingView> list() {
        Map<String, Long> seconds = new HashMap<>();
        entries.unbilledSecondsByClient()
                .forEach((client, sum) -> seconds.merge(ClientName.fold(client), sum, Long::sum));
        return new Page<>(
                mappings.sorted().stream()
                        .map(mapping -> view(mapping, seconds.getOrDefault(mapping.folded(), 0L)))
                        .toList(),
                null);
    }

    private MappingView view(CustomerMapping mapping, long seconds) {
        BigDecimal hours = Hours.of(seconds);
        return new MappingView(
                mapping.clientName(),
                mapping.customerCode(),
                mapping.state().name(),
                mapping.suggestions(),
                hours,
                hours.multiply(rate.euros()).setScale(2, RoundingMode.HALF_UP));
    }

    @PUT
    @RolesAllowed("operator")
    public Page<MappingView> choose(@NotNull @Valid MappingChoices choices) {
        CustomerNames customers = new CustomerNames(invoicing.customers());
        for (MappingChoices.Choice choice : choices.items()) {
            if (choice.customerCode() != null && !customers.knows(choice.customerCode())) {
                throw Rejection.invalid("customerCode", "'%s' is no customer".formatted(choice.customerCode()));
            }
        }
        QuarkusTransaction.requiringNew().run(() -> {
            entries.lock();
            mappings.meet(
                    choices.items().stream()
                            .map(MappingChoices.Choice::clientName)
                            .toList(),
                    Optional.empty());
            choices.items().forEach(this::choose);
        });
        changes.fire(new MappingsChanged());
        return list();
    }

    private void choose(MappingChoices.Choice choice) {
        mappings.findById(ClientName.fold(choice.clientName())).choose(choice.customerCode());
    }
}
