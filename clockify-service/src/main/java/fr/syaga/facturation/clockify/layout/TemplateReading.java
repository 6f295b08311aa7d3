package fr.syaga.facturation.clockify.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import fr.syaga.facturation.clockify.customer.CustomerNames;
import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.customer.Suggestion;
import fr.syaga.facturation.edge.PlainText;

/**
 * The user's templates by the customers that their keys name; a key that names none, or says nothing of hours, is told.
 *
 * @param byCustomer the key and its template
 */
record TemplateReading(Map<String, Keyed> byCustomer, List<Unmatched> unmatched) {

    /** A template under its key. */
    record Keyed(String key, LayoutTemplate template) {}

    /** A key that was left out, why, and whom it may have meant. */
    record Unmatched(String key, String reason, List<Suggestion> suggestions) {}

    static TemplateReading of(Map<String, LayoutTemplate> templates, CustomerNames customers) {
        Map<String, Keyed> byCustomer = new LinkedHashMap<>();
        List<Unmatched> unmatched = new ArrayList<>();
        templates.forEach((written, template) -> {
            // Keys of a map come past the check of texts.
            String key = Objects.requireNonNullElse(PlainText.orNull(written), "");
            Optional<String> code = customers.codeOf(MappingKind.CLIENT, key);
            if (code.isEmpty()) {
                unmatched.add(new Unmatched(
                        key,
                        "no customer, or more than one, has this name",
                        customers.suggestions(MappingKind.CLIENT, key)));
            } else if (template == null || template.saysNothing()) {
                unmatched.add(new Unmatched(key, "says neither words nor a price of an hour", List.of()));
            } else if (byCustomer.containsKey(code.get())) {
                unmatched.add(new Unmatched(
                        key,
                        "is the customer of '%s' as well"
                                .formatted(byCustomer.get(code.get()).key()),
                        List.of()));
            } else {
                byCustomer.put(code.get(), new Keyed(key, template));
            }
        });
        return new TemplateReading(byCustomer, unmatched);
    }
}
