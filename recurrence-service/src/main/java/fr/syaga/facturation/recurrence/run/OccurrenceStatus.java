package fr.syaga.facturation.recurrence.run;

/** What became of an occurrence: claimed by a run whose answer is awaited, invoiced, refused, skipped by a person, or open again. */
enum OccurrenceStatus {
    OPEN,
    CLAIMED,
    INVOICED,
    FAILED,
    SKIPPED
}
