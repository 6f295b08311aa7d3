package fr.syaga.facturation.clockify.api.answer;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;

import fr.syaga.facturation.clockify.timesheet.EntryDetails;
import fr.syaga.facturation.clockify.timesheet.ReportedEntry;

/** An entry in the detailed report: ids and names beside each other. */
public record ReportRow(
        @JsonProperty("_id") String reportId,
        @JsonProperty("id") String plainId,
        String userId,
        String userName,
        String userEmail,
        String clientName,
        String projectId,
        String projectName,
        String taskId,
        String taskName,
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

    @Override
    public String id() {
        return reportId == null ? plainId : reportId;
    }

    public ReportedEntry reported() {
        return reportedWith(new EntryDetails(
                userName,
                userEmail,
                clientName,
                projectName,
                taskName,
                ClockifyEntry.names(tags),
                description,
                billable));
    }
}
