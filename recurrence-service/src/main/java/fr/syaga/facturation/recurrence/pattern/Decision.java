package fr.syaga.facturation.recurrence.pattern;

/** What a person said to a pattern; it outlives later analyses. */
public enum Decision {
    OPEN,
    ACCEPTED,
    REJECTED
}
