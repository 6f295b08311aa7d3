package fr.syaga.facturation.clockify.customer;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import fr.syaga.facturation.clockify.invoicing.Customer;

/** The stored mappings, by folded client name. */
@ApplicationScoped
public class CustomerMappings implements PanacheRepositoryBase<CustomerMapping, String> {

    private final String ownCompany;

    CustomerMappings(@ConfigProperty(name = "facturation.own-company") String ownCompany) {
        this.ownCompany = ClientName.fold(ownCompany);
    }

    /** Makes sure each client has a mapping, and resolves those that wait when the customers could be read. */
    public void meet(Collection<String> clientNames, Optional<List<Customer>> customers) {
        Map<String, CustomerMapping> known = new HashMap<>();
        listAll().forEach(mapping -> known.put(mapping.folded(), mapping));
        for (String name : clientNames) {
            String folded = ClientName.fold(name);
            known.computeIfAbsent(folded, any -> {
                CustomerMapping mapping = new CustomerMapping(name, folded.equals(ownCompany));
                persist(mapping);
                return mapping;
            });
        }
        customers.map(CustomerNames::new).ifPresent(names -> known.values().forEach(each -> each.resolve(names)));
    }

    /** Customer codes by folded client name, decided ones only. */
    public Map<String, String> codes() {
        Map<String, String> codes = new HashMap<>();
        list("customerCode is not null").forEach(mapping -> codes.put(mapping.folded(), mapping.customerCode()));
        return codes;
    }

    List<CustomerMapping> sorted() {
        return list("order by folded");
    }
}
