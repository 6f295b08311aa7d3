package fr.syaga.facturation.clockify.customer;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

import fr.syaga.facturation.clockify.invoicing.Customer;

/** The customers by their folded names and aliases, to find the one that a Clockify client is or may be. */
final class CustomerNames {

    private static final double LIKELY = 0.75;
    private static final int SUGGESTIONS = 3;

    private final Map<String, Set<String>> codesByName = new HashMap<>();
    private final Map<String, Customer> byCode = new HashMap<>();
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    CustomerNames(List<Customer> customers) {
        for (Customer customer : customers) {
            byCode.put(customer.code(), customer);
            names(customer)
                    .forEach(name -> codesByName
                            .computeIfAbsent(ClientName.fold(name), any -> new TreeSet<>())
                            .add(customer.code()));
        }
    }

    private static Stream<String> names(Customer customer) {
        return Stream.concat(Stream.of(customer.name()), customer.aliases().stream());
    }

    /** The one customer of that name; empty when there is none or more than one. */
    Optional<String> codeOf(String folded) {
        Set<String> codes = codesByName.getOrDefault(folded, Set.of());
        return codes.size() == 1 ? Optional.of(codes.iterator().next()) : Optional.empty();
    }

    boolean knows(String code) {
        return byCode.containsKey(code);
    }

    /** The likeliest customers, best first. */
    List<Suggestion> suggestions(String folded) {
        return byCode.values().stream()
                .map(customer -> new Suggestion(customer.code(), customer.name(), score(customer, folded)))
                .filter(suggestion -> suggestion.similarity() >= LIKELY)
                .sorted(Comparator.comparingDouble(Suggestion::similarity)
                        .reversed()
                        .thenComparing(Suggestion::customerCode))
                .limit(SUGGESTIONS)
                .toList();
    }

    private double score(Customer customer, String folded) {
        double best = names(customer)
                .mapToDouble(name -> similarity.apply(ClientName.fold(name), folded))
                .max()
                .orElse(0);
        return Math.round(best * 100) / 100.0;
    }
}
