package fr.syaga.facturation.clockify.mapping;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import fr.syaga.facturation.clockify.customer.CustomerNames;
import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.invoicing.Customer;
import fr.syaga.facturation.clockify.invoicing.InvoicingClient;
import fr.syaga.facturation.clockify.rate.HourlyRates;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Unbilled;
import fr.syaga.facturation.clockify.rate.UnbilledTime;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Rehearsal;
import fr.syaga.facturation.clockify.timesheet.TimeEntries;
import fr.syaga.facturation.edge.Page;
import fr.syaga.facturation.edge.Rejection;

/** Which customer each client and project is, and which words name one; what waits for a yes is shown with its hours and euros. */
@Path("/api/v1/customer-mappings")
@Tag(name = "Customer mappings")
class CustomerMappingResource {

    private final CustomerMappings mappings;
    private final TimeEntries entries;
    private final UnbilledTime unbilled;
    private final InvoicingClient invoicing;
    private final HourlyRates rates;
    private final Event<MappingsChanged> changes;
    private final MappingEffect effect;

    CustomerMappingResource(
            CustomerMappings mappings,
            TimeEntries entries,
            UnbilledTime unbilled,
            InvoicingClient invoicing,
            HourlyRates rates,
            Event<MappingsChanged> changes,
            MappingEffect effect) {
        this.mappings = mappings;
        this.entries = entries;
        this.unbilled = unbilled;
        this.invoicing = invoicing;
        this.rates = rates;
        this.changes = changes;
        this.effect = effect;
    }

    @GET
    @RolesAllowed("reader")
    @Operation(summary = "Each client, each project whose entries name no client, and the words that a person chose")
    public Page<MappingView> list() {
        Optional<List<Customer>> customers = customersIfPossible();
        return Rehearsal.of(() -> {
            if (customers.isPresent()) {
                entries.lock();
                if (mappings.upsert(namesInEntries(), customers)) {
                    effect.judgeAllHere();
                }
            }
            return views();
        });
    }

    /** Customers may have come after the time; while they cannot be read, what is stored is shown. */
    private Optional<List<Customer>> customersIfPossible() {
        try {
            return Optional.of(invoicing.customers());
        } catch (Rejection down) {
            return Optional.empty();
        }
    }

    private ReportedNames namesInEntries() {
        return new ReportedNames(Set.copyOf(entries.clientNames()), Set.copyOf(entries.projectsWithoutClient()));
    }

    private Page<MappingView> views() {
        PriceList prices = rates.prices();
        CustomerFinder finder = mappings.finder();
        Map<CustomerMapping.Key, Map<BigDecimal, Long>> open = new HashMap<>();
        try (Stream<Unbilled> time = unbilled.read(finder.asksForText(), !prices.isGeneral())) {
            time.forEach(each -> finder.mappingOf(each.details())
                    .ifPresent(key -> open.computeIfAbsent(key, any -> new TreeMap<>())
                            .merge(Worth.price(each, prices), each.seconds(), Long::sum)));
        }
        ShownMappings shown =
                new ShownMappings(entries.projectsWithoutClient(), entries.projectsWithoutClientForSomebody());
        return new Page<>(
                mappings.sorted().stream()
                        .filter(shown::isShown)
                        .map(mapping -> MappingView.of(
                                mapping, shown.state(mapping), Worth.of(open.getOrDefault(mapping.key(), Map.of()))))
                        .toList(),
                null);
    }

    @PUT
    @RolesAllowed("operator")
    @Operation(
            summary = "Decides which customer clients, projects and words stand for",
            description =
                    "Of several that fit an entry the most particular wins: WORDS, PROJECT, CLIENT. A null customerCode takes a"
                            + " decision back. It holds for all time that is on no bill, at once.")
    public Page<MappingView> choose(@NotNull @Valid MappingChoices choices) {
        List<Customer> told = invoicing.customers();
        CustomerNames customers = new CustomerNames(told);
        QuarkusTransaction.requiringNew().run(() -> {
            entries.lock();
            ReportedNames all =
                    new ReportedNames(Set.copyOf(entries.clientNames()), Set.copyOf(entries.projectNames()));
            new MappingDecision(customers, all, mappings.own()).check(choices.items());
            mappings.upsert(namesInEntries(), Optional.empty());
            choices.items().forEach(this::choose);
            mappings.flush();
            mappings.upsert(ReportedNames.NONE, Optional.of(told));
        });
        changes.fire(new MappingsChanged());
        return QuarkusTransaction.requiringNew().call(this::views);
    }

    private void choose(MappingChoices.Choice choice) {
        Optional<CustomerMapping> known = mappings.findByIdOptional(choice.key());
        if (choice.kind() == MappingKind.WORDS && choice.customerCode() == null) {
            known.ifPresent(mappings::delete);
            return;
        }
        known.orElseGet(() -> {
                    CustomerMapping mapping = new CustomerMapping(choice.kind(), choice.name());
                    mappings.persist(mapping);
                    return mapping;
                })
                .choose(choice.customerCode());
    }
}
