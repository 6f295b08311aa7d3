package fr.syaga.facturation.recurrence.contract;

/** Whether a contract is invoiced on a given day. */
public enum ContractStatus {
    ACTIVE,
    PAUSED,
    ENDED
}
