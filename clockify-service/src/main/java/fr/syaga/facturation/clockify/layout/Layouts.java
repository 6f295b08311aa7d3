package fr.syaga.facturation.clockify.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

/** The stored layouts, by customer. */
@ApplicationScoped
public class Layouts implements PanacheRepositoryBase<StoredLayout, String> {

    /** All layouts of this moment. */
    public Map<String, BillingLayout> byCustomer() {
        Map<String, BillingLayout> layouts = new HashMap<>();
        listAll().forEach(stored -> layouts.put(stored.customerCode(), stored.layout()));
        return layouts;
    }

    void put(String customerCode, BillingLayout layout) {
        findByIdOptional(customerCode)
                .ifPresentOrElse(known -> known.change(layout), () -> persist(new StoredLayout(customerCode, layout)));
    }

    List<StoredLayout> sorted() {
        return list("order by customerCode");
    }
}
