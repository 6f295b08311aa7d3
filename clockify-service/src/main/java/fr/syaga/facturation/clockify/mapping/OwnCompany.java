package fr.syaga.facturation.clockify.mapping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import fr.syaga.facturation.clockify.customer.ClientName;
import fr.syaga.facturation.clockify.timesheet.EntryDetails;

/** Our own company, known by its word: time of a client or project that begins with it is ours, and nobody pays it. */
@ApplicationScoped
public class OwnCompany {

    private final String word;

    @Inject
    public OwnCompany(@ConfigProperty(name = "facturation.own-company") String word) {
        this.word = ClientName.fold(word);
    }

    /** For proxies only. */
    OwnCompany() {
        this("");
    }

    /** The name begins with the whole word: {@code SYAGA - R&D} does, {@code SYAGATECH} does not. */
    boolean begins(String name) {
        if (name == null || word.isEmpty()) {
            return false;
        }
        return (ClientName.fold(name) + " ").startsWith(word + " ");
    }

    boolean isOf(EntryDetails details) {
        return begins(details.clientName()) || begins(details.projectName());
    }
}
