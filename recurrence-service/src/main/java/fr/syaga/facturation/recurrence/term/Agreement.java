package fr.syaga.facturation.recurrence.term;

/** How an amount that somebody names agrees with the prices of a contract or a pattern. */
public enum Agreement {
    /** It is the price. */
    PRICE,
    /** It is the price before: whoever named it did not hear of the rise. */
    PRICE_BEFORE,
    /** It is neither. */
    NONE
}
