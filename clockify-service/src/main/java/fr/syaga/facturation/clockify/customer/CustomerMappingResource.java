package fr.syaga.facturation.clockify.customer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;
import fr.syaga.facturation.clockify.timesheet.Worth;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** Which customer each Clockify client is; what waits for a yes is shown with its hours and euros. */
@Path("/api/v1/customer-mappings")
@Tag(name = "Customer mappings")
class CustomerMappingResource {

    private final CustomerMappings mappings;
    private final TimeEntries entries;
    private final InvoicingClient invoicing;
    private final HourlyRates rates;
    private final Event<MappingsChanged> changes;

    CustomerMappingResource(
            CustomerMappings mappings,
            TimeEntries entries,
            InvoicingClient invoicing,
            HourlyRates rates,
            Event<MappingsChanged> changes) {
        this.mappings = mappings;
        this.entries = entries;
        this.invoicing = invoicing;
        this.rates = rates;
        this.changes = changes;
    }

    @GET
    @RolesAllowed("reader")
    @Transactional
    public Page<MappingView> list() {
        PriceList prices = rates.prices();
        Map<String, List<TimeEntry>> open = entries.unbilledOfClients().stream()
                .collect(Collectors.groupingBy(
                        entry -> ClientName.fold(entry.work().clientName())));
        return new Page<>(
                mappings.sorted().stream()
                        .map(mapping -> MappingView.of(
                                mapping, Worth.of(open.getOrDefault(mapping.folded(), List.of()), prices)))
                        .toList(),
                null);
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
