package fr.syaga.facturation.recurrence.overrun;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.jboss.logging.Logger;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractStatus;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.InvoicedBeyond;
import fr.syaga.facturation.recurrence.invoicing.InvoiceState;
import fr.syaga.facturation.recurrence.invoicing.InvoicingClient;
import fr.syaga.facturation.recurrence.occurrence.InvoiceFate;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.Occurrences;
import fr.syaga.facturation.recurrence.plan.PlanConfig;
import fr.syaga.facturation.recurrence.term.DueInvoice;

/** Finds the invoices that stand beyond the end of their contract, or within a pause, and learns when they are settled. */
@ApplicationScoped
public class Overruns implements InvoicedBeyond {

    private static final Logger LOG = Logger.getLogger(Overruns.class);

    /** So many ids fit in one question. */
    private static final int CHUNK = 1000;

    /** No due date is further from the first month of its period. */
    private static final int LONGEST_PERIOD = 13;

    private final Contracts contracts;
    private final Occurrences occurrences;
    private final BilledBeyond billed;
    private final InvoicingClient invoicing;
    private final PlanConfig config;

    Overruns(
            Contracts contracts,
            Occurrences occurrences,
            BilledBeyond billed,
            InvoicingClient invoicing,
            PlanConfig config) {
        this.billed = billed;
        this.contracts = contracts;
        this.occurrences = occurrences;
        this.invoicing = invoicing;
        this.config = config;
    }

    /** Those of all contracts, whatever their day: an invoice of a later day is wrong already; inside a transaction. */
    public List<Overrun> open() {
        return among(contracts.cut());
    }

    @Override
    public Map<UUID, List<Invoiced>> beyond(List<Contract> among) {
        return among(among).stream()
                .collect(Collectors.groupingBy(
                        each -> each.contract().id(), Collectors.mapping(Overrun::view, Collectors.toList())));
    }

    @Override
    public void ask() {
        Map<UUID, UUID> occurrenceOf = new LinkedHashMap<>();
        List<LocalDate> days = new ArrayList<>();
        QuarkusTransaction.requiringNew()
                .run(() -> open().stream()
                        .filter(each -> each.occurrenceId() != null)
                        .forEach(each -> {
                            occurrenceOf.put(each.invoiceId(), each.occurrenceId());
                            days.add(each.dueOn());
                        }));
        if (days.isEmpty()) {
            return;
        }
        try {
            ask(occurrenceOf, days.stream().min(Comparator.naturalOrder()).orElseThrow());
        } catch (Rejection down) {
            // What is not known to be settled stays an alert.
            LOG.warnf("%d invoices beyond their contract could not be asked about: %s", days.size(), down.getMessage());
        }
    }

    private void ask(Map<UUID, UUID> occurrenceOf, LocalDate first) {
        // A credit note can be dated before the invoice of a later day that it takes back.
        Map<UUID, BigDecimal> credited = invoicing.creditedSince(first.minusYears(1));
        List<UUID> ids = List.copyOf(occurrenceOf.keySet());
        for (int start = 0; start < ids.size(); start += CHUNK) {
            List<UUID> chunk = ids.subList(start, Math.min(ids.size(), start + CHUNK));
            Map<UUID, InvoicingClient.Found> found = invoicing.find(chunk);
            QuarkusTransaction.requiringNew()
                    .run(() -> chunk.forEach(id -> learn(
                            occurrences.lock(occurrenceOf.get(id)),
                            id,
                            Optional.ofNullable(found.get(id)),
                            credited.getOrDefault(id, BigDecimal.ZERO))));
        }
    }

    private static void learn(
            Occurrence occurrence, UUID invoiceId, Optional<InvoicingClient.Found> found, BigDecimal credited) {
        if (!invoiceId.equals(occurrence.invoiceId())) {
            return;
        }
        if (found.isEmpty() || found.get().state() == InvoiceState.CANCELLED) {
            occurrence.withdrawn();
        } else {
            occurrence.learn(new InvoiceFate(found.get().number(), credited));
        }
    }

    private List<Overrun> among(List<Contract> all) {
        Map<UUID, Contract> cut = all.stream()
                .filter(Contract::isCut)
                .collect(Collectors.toMap(Contract::id, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        if (cut.isEmpty()) {
            return List.of();
        }
        Stream<Overrun> made = occurrences.invoicedOf(cut.keySet()).stream()
                .filter(each -> isBeyond(cut.get(each.contractId()), each))
                .map(each -> Overrun.of(cut.get(each.contractId()), each))
                .filter(Overrun::isOpen);
        return Stream.concat(made, billed.among(cut.values()).stream())
                .sorted(Comparator.comparing(Overrun::dueOn))
                .toList();
    }

    /** Its contract does not ask for it any more, because it is over by then or paused, and not for another calendar. */
    private boolean isBeyond(Contract contract, Occurrence occurrence) {
        LocalDate from = occurrence.periodFrom();
        Optional<DueInvoice> agreed = contract.dueBetween(
                        from.minusMonths(1), from.plusMonths(LONGEST_PERIOD), config.weekends())
                .filter(due -> due.period().from().equals(from))
                .findFirst();
        if (agreed.isPresent()) {
            return agreed.get().isPaused();
        }
        return !contract.stands(occurrence.dueOn())
                || !contract.stands(occurrence.serviceFrom())
                || contract.statusOn(occurrence.dueOn()) == ContractStatus.PAUSED;
    }
}
