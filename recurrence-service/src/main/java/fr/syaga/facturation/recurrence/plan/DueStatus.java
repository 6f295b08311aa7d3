package fr.syaga.facturation.recurrence.plan;

/** Where a due date stands, as people see it; a refused one is planned still, with its problem. */
public enum DueStatus {
    PLANNED,
    INVOICED,
    SKIPPED
}
