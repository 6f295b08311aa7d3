package fr.syaga.facturation.invoice.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.customer.Customers;
import fr.syaga.facturation.invoice.customer.ListedName;
import fr.syaga.facturation.invoice.invoice.ListedDocument;

/**
 * The customers that a list names: entered when new, every new spelling of a known one becomes an alias, and that of the latest
 * document the name. Each is asked for once, with the others of its chunk.
 */
final class ListedCustomers {

    private static final int CHUNK = 500;

    private final Customers customers;
    private final Map<String, String> codes = new HashMap<>();
    private final Map<String, Set<String>> spellings = new HashMap<>();
    private final Map<String, ListedDocument> latest = new TreeMap<>();

    ListedCustomers(Customers customers) {
        this.customers = customers;
    }

    /** Looks up the customers of the rows that come next. */
    void expect(Collection<ListedDocument> rows) {
        Set<String> unknown = new LinkedHashSet<>();
        rows.stream()
                .map(ListedDocument::customerCode)
                .filter(code -> !codes.containsKey(key(code)))
                .forEach(unknown::add);
        if (!unknown.isEmpty()) {
            customers.codes(unknown).forEach((asked, code) -> codes.put(key(asked), code));
        }
    }

    /** The code of a row's customer as the ledger spells it; one that is not there is entered. */
    String codeOf(ListedDocument row) {
        String key = key(row.customerCode());
        String code = codes.computeIfAbsent(key, unknown -> {
            Customer entered = new Customer(row.customerCode(), row.customerName());
            customers.persist(entered);
            return entered.code();
        });
        spellings.computeIfAbsent(key, unknown -> new LinkedHashSet<>()).add(row.customerName());
        latest.merge(key, row, (known, next) -> next.issuedOn().isBefore(known.issuedOn()) ? known : next);
        return code;
    }

    /**
     * Gives each customer of the list its spellings and the name of its latest document; to be called once all rows were read,
     * with a session that holds nothing. A person who edits one meanwhile waits.
     */
    void name() {
        List<String> keys = new ArrayList<>(latest.keySet());
        for (int from = 0; from < keys.size(); from += CHUNK) {
            List<String> some = keys.subList(from, Math.min(keys.size(), from + CHUNK));
            Map<String, Customer> found = customers
                    .withAliases(some.stream().map(codes::get).toList())
                    .stream()
                    .collect(Collectors.toMap(Customer::code, customer -> customer));
            some.forEach(key -> name(found.get(codes.get(key)), spellings.get(key), latest.get(key)));
            customers.flush();
            customers.getEntityManager().clear();
        }
    }

    private static void name(Customer customer, Set<String> spellings, ListedDocument row) {
        spellings.forEach(customer::alsoKnownAs);
        customer.calledInList(row.customerName(), new ListedName(row.issuedOn(), row.number()));
    }

    private static String key(String code) {
        return code.toUpperCase(Locale.ROOT);
    }
}
