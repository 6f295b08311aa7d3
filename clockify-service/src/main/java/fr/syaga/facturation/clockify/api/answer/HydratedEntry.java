package fr.syaga.facturation.clockify.api.answer;

import java.util.List;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** An entry that was asked for by its id: who and what are objects with their names. */
public record HydratedEntry(
        String id,
        ClockifyUser user,
        ClockifyProject project,
        ClockifyTask task,
        List<Tag> tags,
        String description,
        boolean billable,
        Interval timeInterval,
        String type,
        Invoicing invoicingInfo,
        boolean invoiced,
        String approvalStatus,
        String approvalState)
        implements ClockifyEntry {

    /** What somebody works on within a project. */
    record ClockifyTask(String name) {}

    public ReportedEntry reported() {
        return reportedWith(new EntryDetails(
                user == null ? null : user.name(),
                null,
                project == null ? null : project.clientName(),
                project == null ? null : project.name(),
                task == null ? null : task.name(),
                ClockifyEntry.names(tags),
                description,
                billable));
    }
}
