package fr.syaga.facturation.clockify.mapping;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.customer.WordSet;
import fr.syaga.facturation.clockify.timesheet.CustomerBy;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.Words;

/**
 * Whose time an entry is, by the mappings that are decided at one moment. The most particular wins: words, then the project, then
 * the client; of several words those that are more, then longer.
 */
public final class CustomerFinder {

    private final OwnCompany own;
    private final Map<String, String> clients = new TreeMap<>();
    private final Map<String, String> projects = new TreeMap<>();
    private final Map<WordSet, String> words = new TreeMap<>(WordSet.PARTICULAR);

    private CustomerFinder(OwnCompany own) {
        this.own = own;
    }

    /** A customer, and what told it. */
    public record Found(String code, CustomerBy by) {}

    static CustomerFinder of(OwnCompany own, Collection<CustomerMapping> mappings) {
        CustomerFinder finder = new CustomerFinder(own);
        mappings.stream().filter(mapping -> mapping.customerCode() != null).forEach(finder::add);
        return finder;
    }

    /** Clients only, by their folded names. */
    public static CustomerFinder byClients(OwnCompany own, Map<String, String> codes) {
        CustomerFinder finder = new CustomerFinder(own);
        finder.clients.putAll(codes);
        return finder;
    }

    private void add(CustomerMapping mapping) {
        String code = mapping.customerCode();
        switch (mapping.kind()) {
            case CLIENT -> clients.put(mapping.folded(), code);
            case PROJECT -> projects.put(mapping.folded(), code);
            case WORDS -> words.put(WordSet.of(mapping.folded()), code);
        }
    }

    public Optional<Found> of(EntryDetails details) {
        return mappingOf(details)
                .flatMap(key -> Optional.ofNullable(codeOf(key))
                        .map(code -> new Found(code, key.kind().by())));
    }

    private String codeOf(CustomerMapping.Key key) {
        return switch (key.kind()) {
            case CLIENT -> clients.get(key.folded());
            case PROJECT -> projects.get(key.folded());
            case WORDS -> words.get(WordSet.of(key.folded()));
        };
    }

    /** The mapping that decides, or the one on which the entry waits; empty when it names neither client nor project. */
    Optional<CustomerMapping.Key> mappingOf(EntryDetails details) {
        Optional<WordSet> told = wordsIn(details);
        if (told.isPresent()) {
            return told.map(set -> new CustomerMapping.Key(MappingKind.WORDS, set.key()));
        }
        CustomerMapping.Key client = key(MappingKind.CLIENT, details.clientName());
        CustomerMapping.Key project = key(MappingKind.PROJECT, details.projectName());
        boolean byProject = project != null && (client == null || projects.containsKey(project.folded()));
        return Optional.ofNullable(byProject ? project : client);
    }

    /** Some words stand for a customer. */
    boolean asksForText() {
        return !words.isEmpty();
    }

    private Optional<WordSet> wordsIn(EntryDetails details) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Words text = Words.of(details);
        return words.keySet().stream().filter(set -> set.standIn(text)).findFirst();
    }

    private static CustomerMapping.Key key(MappingKind kind, String name) {
        return name == null ? null : CustomerMapping.Key.of(kind, name);
    }

    /** Time for ourselves. */
    public boolean isOurs(EntryDetails details) {
        return own.isOf(details);
    }
}
