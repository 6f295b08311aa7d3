package fr.syaga.facturation.clockify.mapping;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

import fr.syaga.facturation.clockify.customer.ClientName;
import fr.syaga.facturation.clockify.customer.MappingKind;

/** Which mappings a person has to look at: a project while entries of it name no client, and not one that is all INTERNE. */
final class ShownMappings {

    private final Set<String> withoutClient;
    private final Set<String> forSomebody;

    /**
     * @param withoutClient projects of entries that name no client
     * @param forSomebody those of them in which not all time is INTERNE
     */
    ShownMappings(Collection<String> withoutClient, Collection<String> forSomebody) {
        this.withoutClient = folded(withoutClient);
        this.forSomebody = folded(forSomebody);
    }

    private static Set<String> folded(Collection<String> names) {
        return names.stream().map(ClientName::fold).collect(Collectors.toSet());
    }

    boolean isShown(CustomerMapping mapping) {
        return mapping.kind() != MappingKind.PROJECT
                || mapping.state() == CustomerMapping.State.CHOSEN
                || withoutClient.contains(mapping.folded());
    }

    /** A project that waits though all its time is ours waits for nobody. */
    CustomerMapping.State state(CustomerMapping mapping) {
        boolean ours = mapping.kind() == MappingKind.PROJECT
                && mapping.state() == CustomerMapping.State.WAITING
                && !forSomebody.contains(mapping.folded());
        return ours ? CustomerMapping.State.INTERNAL : mapping.state();
    }
}
