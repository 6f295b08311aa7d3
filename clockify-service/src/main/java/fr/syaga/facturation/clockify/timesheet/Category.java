package fr.syaga.facturation.clockify.timesheet;

/** What a piece of time means for the customer's bill; the three words are the business's own. */
public enum Category {
    /** Covered by the customer's contract: nothing more to pay. */
    FORFAIT,
    /** Billed by the hour. */
    FACTURABLE,
    /** For ourselves: nobody pays. */
    INTERNE
}
