package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What runs could not invoice, for the contract to show it. Whoever runs contracts tells it: contracts know no runs. */
public interface RefusedInvoices {

    /** One due date that could not be invoiced, and why; the next run tries again. */
    record Refused(LocalDate dueOn, BigDecimal netAmount, String reason) {}

    /** Those that are still to be invoiced, oldest first, by contract. */
    Map<UUID, List<Refused>> byContract();

    /** Those of one contract. */
    List<Refused> of(Contract contract);
}
