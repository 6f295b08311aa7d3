package fr.syaga.facturation.clockify.api.answer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** An entry in lists and in answers to changes: ids only, whose names were stored before. */
public record PlainEntry(
        String id,
        String userId,
        String projectId,
        String taskId,
        List<String> tagIds,
        String description,
        boolean billable,
        Interval timeInterval,
        String type,
        Invoicing invoicingInfo,
        boolean invoiced,
        String approvalStatus,
        String approvalState)
        implements ClockifyEntry {

    public ReportedEntry reported(KnownNames names) {
        String tags = ClockifyEntry.present(tagIds).stream()
                .map(tag -> names.of(tag).name())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        StoredName user = names.of(userId);
        StoredName project = names.of(projectId);
        return reportedWith(new EntryDetails(
                user.name(),
                user.detail(),
                project.detail(),
                project.name(),
                names.of(taskId).name(),
                tags,
                description,
                billable));
    }
}
