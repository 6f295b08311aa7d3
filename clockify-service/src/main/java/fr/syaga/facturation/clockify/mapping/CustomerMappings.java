package fr.syaga.facturation.clockify.mapping;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

import fr.syaga.facturation.clockify.customer.CustomerNames;
import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.invoicing.Customer;

/** The stored mappings, by kind and folded name. */
@ApplicationScoped
public class CustomerMappings implements PanacheRepositoryBase<CustomerMapping, CustomerMapping.Key> {

    private final OwnCompany own;

    CustomerMappings(OwnCompany own) {
        this.own = own;
    }

    /**
     * Makes sure that each client and project has a mapping, and looks again at all that no person decided when the customers
     * could be read.
     *
     * @return whether anything stands for another customer than before
     */
    public boolean upsert(ReportedNames reportedNames, Optional<List<Customer>> customers) {
        Map<CustomerMapping.Key, CustomerMapping> known = new HashMap<>();
        listAll().forEach(mapping -> known.put(mapping.key(), mapping));
        upsert(known, MappingKind.CLIENT, reportedNames.clients());
        upsert(known, MappingKind.PROJECT, reportedNames.projects());
        boolean changed = false;
        for (CustomerMapping each : known.values()) {
            changed |= each.markInternal(own);
        }
        if (customers.isPresent()) {
            CustomerNames names = new CustomerNames(customers.get());
            for (CustomerMapping each : known.values()) {
                changed |= each.resolve(names);
            }
        }
        return changed;
    }

    private void upsert(Map<CustomerMapping.Key, CustomerMapping> known, MappingKind kind, Collection<String> names) {
        for (String name : names) {
            known.computeIfAbsent(CustomerMapping.Key.of(kind, name), any -> {
                CustomerMapping mapping = new CustomerMapping(kind, name);
                persist(mapping);
                return mapping;
            });
        }
    }

    /** Who decides now whose time an entry is. */
    public CustomerFinder finder() {
        return CustomerFinder.of(own, listAll());
    }

    OwnCompany own() {
        return own;
    }

    List<CustomerMapping> sorted() {
        return listAll().stream()
                .sorted(Comparator.comparing(CustomerMapping::kind).thenComparing(CustomerMapping::folded))
                .toList();
    }
}
