package fr.syaga.facturation.clockify.timesheet;

/** What became of one thing that was told. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED
}
