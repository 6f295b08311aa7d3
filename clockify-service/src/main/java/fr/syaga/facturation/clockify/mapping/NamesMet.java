package fr.syaga.facturation.clockify.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import fr.syaga.facturation.clockify.timesheet.Work;
import fr.syaga.facturation.edge.PlainText;

/** The clients that entries name, and the projects of those that name none: each may stand for a customer. */
public record NamesMet(Set<String> clients, Set<String> projects) {

    public static final NamesMet NONE = new NamesMet(Set.of(), Set.of());

    public NamesMet() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    public static NamesMet in(Collection<Work> works) {
        NamesMet met = new NamesMet();
        works.forEach(work -> met.add(work.clientName(), work.projectName()));
        return met;
    }

    /** What one entry names; blank is nothing. */
    public void add(String client, String project) {
        if (PlainText.orNull(client) != null) {
            clients.add(PlainText.orNull(client));
        } else if (PlainText.orNull(project) != null) {
            projects.add(PlainText.orNull(project));
        }
    }
}
