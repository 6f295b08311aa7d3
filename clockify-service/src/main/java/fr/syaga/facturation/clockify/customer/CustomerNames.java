package fr.syaga.facturation.clockify.customer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import fr.syaga.facturation.clockify.invoicing.Customer;

/** The customers by their folded names, aliases and short codes, to find the one that a client or a project is or may be. */
public final class CustomerNames {

    private final Map<String, Set<String>> codesByName = new HashMap<>();
    private final Map<String, Set<String>> codesByShortCode = new HashMap<>();
    private final List<KnownCustomer> customers;
    private final Likeness likeness;

    public CustomerNames(List<Customer> told) {
        customers = told.stream().map(KnownCustomer::of).toList();
        for (KnownCustomer customer : customers) {
            customer.names().forEach(name -> add(codesByName, name, customer.code()));
            if (!customer.shortCode().isEmpty()) {
                add(codesByShortCode, customer.shortCode(), customer.code());
            }
        }
        likeness = new Likeness(customers);
    }

    private static void add(Map<String, Set<String>> codes, String name, String code) {
        codes.computeIfAbsent(name, any -> new TreeSet<>()).add(code);
    }

    /** The customer that has this client's or project's name; empty when no customer or more than one has it. */
    public Optional<String> codeOf(MappingKind kind, String name) {
        Set<String> codes = ProjectName.candidates(kind, name).stream()
                .map(this::codeOf)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return onlyOne(codes);
    }

    /** The one customer of that name or alias, or else of that code without digits. */
    Optional<String> codeOf(String folded) {
        Set<String> named = codesByName.getOrDefault(folded, Set.of());
        return onlyOne(named.isEmpty() ? codesByShortCode.getOrDefault(folded, Set.of()) : named);
    }

    private static Optional<String> onlyOne(Set<String> codes) {
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    public boolean knows(String code) {
        return customers.stream().anyMatch(customer -> customer.code().equals(code));
    }

    List<Suggestion> suggestions(String folded) {
        return suggestions(MappingKind.CLIENT, folded);
    }

    /** The likeliest customers, best first. */
    public List<Suggestion> suggestions(MappingKind kind, String name) {
        return likeness.suggestions(ProjectName.candidates(kind, name));
    }
}
