package fr.syaga.facturation.clockify.timer;

import jakarta.validation.constraints.Size;

/**
 * What a timer is to run for.
 *
 * @param projectName the project's whole name; null for time without a project
 * @param clientName needed when several clients have a project of that name
 * @param billable Clockify's flag; true when it is missing
 */
record TimerStart(
        @Size(max = 3000) String description,
        @Size(max = 250) String projectName,
        @Size(max = 250) String clientName,
        Boolean billable) {

    String text() {
        return description == null ? "" : description.strip();
    }
}
