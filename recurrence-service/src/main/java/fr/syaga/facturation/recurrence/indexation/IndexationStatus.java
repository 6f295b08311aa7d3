package fr.syaga.facturation.recurrence.indexation;

/** Nothing changes before an indexation is applied. */
enum IndexationStatus {
    PROPOSED,
    APPLIED
}
