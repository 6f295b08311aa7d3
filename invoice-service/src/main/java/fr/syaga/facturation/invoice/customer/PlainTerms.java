package fr.syaga.facturation.invoice.customer;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** What the cache shows plainly of when customers were to pay (the view {@code customer_plain_terms}). */
@ApplicationScoped
class PlainTerms {

    private final EntityManager database;

    PlainTerms(EntityManager database) {
        this.database = database;
    }

    /**
     * A suggestion that no due date is made of: the cache is no contract.
     *
     * @param days 0 or 30, on all of so many last documents whose due date the cache knows
     */
    record Hint(int days, long documents) {}

    /** By customer code; only for those with whom no person agreed terms. */
    Map<String, Hint> of(Collection<Customer> customers) {
        List<String> codes = customers.stream()
                .filter(customer -> !customer.hasAgreedTerms())
                .map(Customer::code)
                .toList();
        if (codes.isEmpty()) {
            return Map.of();
        }
        List<?> rows = database.createNativeQuery(
                        "select customer_code, days, documents from customer_plain_terms where customer_code in ?1")
                .setParameter(1, codes)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> (String) row[0],
                        row -> new Hint(((Number) row[1]).intValue(), ((Number) row[2]).longValue())));
    }
}
