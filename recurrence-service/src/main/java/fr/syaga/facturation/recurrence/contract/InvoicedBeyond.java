package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The invoices that a contract does not ask for any more: due after its end or within a pause that was said later. Whoever runs
 * contracts tells it: contracts know no runs.
 */
public interface InvoicedBeyond {

    /**
     * One such invoice, neither cancelled nor wholly credited.
     *
     * @param invoiceId null for one of the history that no run made: its number names it
     * @param number null as long as invoice-service gave none, or did not tell it
     */
    record Invoiced(UUID invoiceId, String number, LocalDate dueOn, BigDecimal netAmount) {}

    /** The oldest first, by contract, as far as invoice-service told at the last {@link #ask}; inside a transaction. */
    Map<UUID, List<Invoiced>> beyond(List<Contract> contracts);

    /** Asks invoice-service what became of them; outside of any transaction. When it is down they stand as they were known. */
    void ask();
}
