package fr.syaga.facturation.recurrence.contract;

import fr.syaga.facturation.recurrence.term.Gap;

/** What persons decided about months between two calendars. Whoever keeps decisions tells it: contracts know no anomalies. */
public interface DecidedMonths {

    /** A person said why this month of the contract is dealt with; inside a transaction. */
    boolean isDecided(Contract contract, Gap gap);
}
