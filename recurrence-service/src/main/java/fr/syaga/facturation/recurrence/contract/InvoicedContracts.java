package fr.syaga.facturation.recurrence.contract;

import java.util.UUID;

/** Which contracts anything was done about. Whoever runs contracts tells it: contracts know no runs. */
public interface InvoicedContracts {

    /** Something of it was invoiced, tried or skipped. */
    boolean isTouched(UUID contractId);
}
