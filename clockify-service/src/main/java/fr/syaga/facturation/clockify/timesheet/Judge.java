package fr.syaga.facturation.clockify.timesheet;

/** Decides what an entry means for a bill. */
@FunctionalInterface
public interface Judge {

    Verdict verdict(TimeEntry entry);
}
