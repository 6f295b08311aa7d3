package fr.syaga.facturation.invoice.reconciliation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import fr.syaga.facturation.edge.PlainText;
import fr.syaga.facturation.invoice.customer.Customer;
import fr.syaga.facturation.invoice.identifier.FoldedName;

/** Finds customers by what the cache calls them: a code, or a name or alias, folded. */
final class KnownCustomers {

    private final Set<String> codes = new HashSet<>();
    private final Map<String, String> codeByName = new HashMap<>();

    KnownCustomers(Collection<Customer> customers) {
        for (Customer customer : customers) {
            codes.add(customer.code().toUpperCase(Locale.ROOT));
            remember(customer.name(), customer.code());
            customer.aliases().forEach(alias -> remember(alias, customer.code()));
        }
    }

    private void remember(String name, String code) {
        String folded = FoldedName.of(name);
        if (!folded.isEmpty()) {
            codeByName.putIfAbsent(folded, code);
        }
    }

    /** True when the code, or the name through names and aliases, is somebody's. */
    boolean knows(String code, String name) {
        return isCode(code) || (name != null && codeByName.containsKey(FoldedName.of(name)));
    }

    private boolean isCode(String code) {
        return code != null && codes.contains(PlainText.code(code).toUpperCase(Locale.ROOT));
    }
}
