package fr.syaga.facturation.clockify.mapping;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import fr.syaga.facturation.clockify.customer.MappingKind;
import fr.syaga.facturation.clockify.customer.WordSet;
import fr.syaga.facturation.clockify.timesheet.CustomerBy;
import fr.syaga.facturation.clockify.timesheet.Words;
import fr.syaga.facturation.clockify.timesheet.Work;

/**
 * Whose time an entry is, by the mappings that are decided at one moment. The most particular wins: words, then the project, then
 * the client; of several words those that are more, then longer.
 */
public final class Whose {

    private final OwnCompany own;
    private final Map<String, String> clients = new TreeMap<>();
    private final Map<String, String> projects = new TreeMap<>();
    private final Map<WordSet, String> words = new TreeMap<>(WordSet.PARTICULAR);

    private Whose(OwnCompany own) {
        this.own = own;
    }

    /** A customer, and what told it. */
    public record Found(String code, CustomerBy by) {}

    static Whose of(OwnCompany own, Collection<CustomerMapping> mappings) {
        Whose whose = new Whose(own);
        mappings.stream().filter(mapping -> mapping.customerCode() != null).forEach(whose::add);
        return whose;
    }

    /** Clients only, by their folded names. */
    public static Whose byClients(OwnCompany own, Map<String, String> codes) {
        Whose whose = new Whose(own);
        whose.clients.putAll(codes);
        return whose;
    }

    private void add(CustomerMapping mapping) {
        String code = mapping.customerCode();
        switch (mapping.kind()) {
            case CLIENT -> clients.put(mapping.folded(), code);
            case PROJECT -> projects.put(mapping.folded(), code);
            case WORDS -> words.put(WordSet.of(mapping.folded()), code);
        }
    }

    public Optional<Found> of(Work work) {
        return mappingOf(work)
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
    Optional<CustomerMapping.Key> mappingOf(Work work) {
        Optional<WordSet> told = wordsIn(work);
        if (told.isPresent()) {
            return told.map(set -> new CustomerMapping.Key(MappingKind.WORDS, set.key()));
        }
        CustomerMapping.Key client = key(MappingKind.CLIENT, work.clientName());
        CustomerMapping.Key project = key(MappingKind.PROJECT, work.projectName());
        boolean byProject = project != null && (client == null || projects.containsKey(project.folded()));
        return Optional.ofNullable(byProject ? project : client);
    }

    /** Some words stand for a customer. */
    boolean asksForText() {
        return !words.isEmpty();
    }

    private Optional<WordSet> wordsIn(Work work) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Words text = Words.of(work);
        return words.keySet().stream().filter(set -> set.standIn(text)).findFirst();
    }

    private static CustomerMapping.Key key(MappingKind kind, String name) {
        return name == null ? null : CustomerMapping.Key.of(kind, name);
    }

    /** Time for ourselves. */
    public boolean isOurs(Work work) {
        return own.isOf(work);
    }
}
