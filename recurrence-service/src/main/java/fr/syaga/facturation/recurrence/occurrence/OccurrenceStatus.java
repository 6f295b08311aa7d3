package fr.syaga.facturation.recurrence.occurrence;

/**
 * What became of an occurrence: claimed by a run whose answer is awaited, invoiced, refused, skipped by a person, open again, or
 * without its invoice because somebody dropped or cancelled that.
 */
enum OccurrenceStatus {
    OPEN,
    CLAIMED,
    INVOICED,
    FAILED,
    SKIPPED,
    WITHDRAWN
}
