package fr.syaga.facturation.invoice.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.customer.ListedName;
import fr.syaga.facturation.invoice.invoice.ListedDocument;

/**
 * The customers that a list names: entered when new, every new spelling of a known one becomes an alias, and that of the latest
 * document the name.
 */
final class ListedCustomers {

    private final Customers customers;
    private final Map<String, Customer> byCode = new HashMap<>();
    private final Map<String, Set<String>> spellings = new HashMap<>();
    private final Map<String, ListedDocument> latest = new TreeMap<>();

    ListedCustomers(Customers customers) {
        this.customers = customers;
    }

    /** The customer of a row. The same one may be detached from the session: only its code is to be used. */
    Customer of(ListedDocument row) {
        String code = row.customerCode();
        String key = code.toUpperCase(Locale.ROOT);
        Customer customer = byCode.computeIfAbsent(
                key,
                unknown -> customers.withCode(code).orElseGet(() -> {
                    Customer entered = new Customer(code, row.customerName());
                    customers.persist(entered);
                    return entered;
                }));
        if (spellings.computeIfAbsent(key, unknown -> new HashSet<>()).add(row.customerName())) {
            customers.withCode(code).orElse(customer).alsoKnownAs(row.customerName());
        }
        latest.merge(key, row, (known, next) -> next.issuedOn().isBefore(known.issuedOn()) ? known : next);
        return customer;
    }

    /** Gives each customer of the list the name of its latest document; to be called once all rows were read. A person who edits one meanwhile waits. */
    void name() {
        latest.forEach((code, row) -> customers
                .withCode(code)
                .ifPresent(customer ->
                        customer.calledInList(row.customerName(), new ListedName(row.issuedOn(), row.number()))));
    }
}
