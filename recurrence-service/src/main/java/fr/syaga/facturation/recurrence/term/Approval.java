package fr.syaga.facturation.recurrence.term;

/** Whether accepting the contract was the standing yes to its invoices, or each waits for a person. */
public enum Approval {
    AUTOMATIC,
    MANUAL
}
