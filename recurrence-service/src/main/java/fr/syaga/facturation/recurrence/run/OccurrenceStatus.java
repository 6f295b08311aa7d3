package fr.syaga.facturation.recurrence.run;

/** What became of an occurrence: claimed by a run whose answer is awaited, invoiced, refused, or skipped by a person. */
enum OccurrenceStatus {
    CLAIMED,
    INVOICED,
    FAILED,
    SKIPPED
}
