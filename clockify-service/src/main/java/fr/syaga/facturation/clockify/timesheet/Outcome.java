package fr.syaga.facturation.clockify.timesheet;

/** What became of one thing that was told. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** Stored, and counted nowhere until it is settled. */
    IN_CONFLICT
}
