package fr.syaga.facturation.recurrence.detection;

/** Whether a pattern still runs: it has ended when too many consecutive due dates went unbilled. */
public enum PatternStatus {
    ACTIVE,
    ENDED
}
