package fr.syaga.facturation.clockify.mapping;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.edge.PlainText;

/** The clients that entries name, and the projects of those that name none: each may stand for a customer. */
public record ReportedNames(Set<String> clients, Set<String> projects) {

    public static final ReportedNames NONE = new ReportedNames(Set.of(), Set.of());

    public ReportedNames() {
        this(new LinkedHashSet<>(), new LinkedHashSet<>());
    }

    public static ReportedNames in(Collection<EntryDetails> details) {
        ReportedNames reportedNames = new ReportedNames();
        details.forEach(each -> reportedNames.add(each.clientName(), each.projectName()));
        return reportedNames;
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
