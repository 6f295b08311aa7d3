package fr.syaga.facturation.recurrence.contract;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import fr.syaga.facturation.recurrence.invoicing.Customer;

/**
 * Finds a customer by the short name that the user's files use: its code, with or without the digits, its name or an alias,
 * whatever the case, accents, punctuation and legal form. A name that several customers share finds none.
 */
final class CustomerNames {

    private static final String LEGAL_FORM = "\\b(SA|SAS|SASU|SARL|EURL|SCI|SNC)\\b";

    private final Map<String, TreeSet<String>> codesByName = new HashMap<>();
    private final Map<String, Customer> byCode = new HashMap<>();

    CustomerNames(List<Customer> customers) {
        for (Customer customer : customers) {
            byCode.put(customer.code(), customer);
            List<String> names = new ArrayList<>(customer.aliases());
            names.add(customer.name());
            names.add(customer.code());
            names.add(customer.code().replaceAll("\\d+$", ""));
            for (String name : names) {
                if (name != null && !fold(name).isEmpty()) {
                    codesByName
                            .computeIfAbsent(fold(name), folded -> new TreeSet<>())
                            .add(customer.code());
                }
            }
        }
    }

    Optional<Customer> find(String name) {
        TreeSet<String> codes = codesByName.getOrDefault(fold(name), new TreeSet<>());
        return codes.size() == 1 ? Optional.of(byCode.get(codes.first())) : Optional.empty();
    }

    private static String fold(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toUpperCase(Locale.ROOT)
                .replace(".", "")
                .replaceAll("[^A-Z0-9]+", " ")
                .replaceAll(LEGAL_FORM, " ")
                .replace(" ", "");
    }
}
