package fr.syaga.facturation.clockify.merge;

/** What became of one reported entry. */
public enum Outcome {
    CREATED,
    UPDATED,
    UNCHANGED,
    /** New, and of days that Clockify was read for: left out. */
    NOT_STORED,
    /** Stored, and counted nowhere until it is settled. */
    IN_CONFLICT
}
