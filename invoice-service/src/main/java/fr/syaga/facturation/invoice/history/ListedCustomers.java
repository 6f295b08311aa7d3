package fr.syaga.facturation.invoice.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;

/** The customers that a list names: entered when new, every new spelling of a known one becomes an alias. */
final class ListedCustomers {

    private final Customers customers;
    private final Map<String, Customer> byCode = new HashMap<>();
    private final Map<String, Set<String>> spellings = new HashMap<>();

    ListedCustomers(Customers customers) {
        this.customers = customers;
    }

    /** The customer of a row. The same one may be detached from the session: only its code and name are to be used. */
    Customer of(String code, String name) {
        String key = code.toUpperCase(Locale.ROOT);
        Customer customer = byCode.computeIfAbsent(
                key,
                unknown -> customers.withCode(code).orElseGet(() -> {
                    Customer entered = new Customer(code, name);
                    customers.persist(entered);
                    return entered;
                }));
        if (spellings.computeIfAbsent(key, unknown -> new HashSet<>()).add(name)) {
            customers.withCode(code).orElse(customer).alsoKnownAs(name);
        }
        return customer;
    }
}
