package fr.syaga.facturation.recurrence.run;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.InvoicedContracts;
import fr.syaga.facturation.recurrence.contract.RefusedInvoices;

/**
 * What is due in a time, of all contracts or of one, and what became of it. What was sent to invoice-service stays in the plan
 * as it was sent, whatever its contract says today.
 */
@ApplicationScoped
public class Plan implements RefusedInvoices, InvoicedContracts {

    /** Nothing is due before the first year of any history. */
    static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    private static final Comparator<Planned> IN_ORDER = Comparator.comparing(Planned::dueOn)
            .thenComparing(each -> each.contract().customerCode())
            .thenComparing(each -> each.contract().id())
            .thenComparing(each -> each.invoice().period().from());

    private final Contracts contracts;
    private final Occurrences occurrences;
    private final RunConfig config;

    Plan(Contracts contracts, Occurrences occurrences, RunConfig config) {
        this.contracts = contracts;
        this.occurrences = occurrences;
        this.config = config;
    }

    /** Everything due between two days, both inclusive, by date and customer; inside a transaction. */
    public List<Planned> between(LocalDate from, LocalDate to) {
        List<Contract> all = contracts.inOrder();
        Map<Occurrences.Key, Planned> planned = planned(all, from, to);
        return merged(all, planned, recorded(planned, from, to), from, to);
    }

    /** Everything that was ever due by a day. */
    public List<Planned> upTo(LocalDate day) {
        return between(FIRST_DAY, day);
    }

    /** As {@link #between(LocalDate, LocalDate)}, of one contract. */
    public List<Planned> of(Contract contract, LocalDate from, LocalDate to) {
        List<Contract> alone = List.of(contract);
        return merged(alone, planned(alone, from, to), occurrences.of(contract.id()), from, to);
    }

    /** What runs could not invoice and is still to be; a contract that ended or was paused since has no problem any more. */
    @Override
    public Map<UUID, List<Refused>> byContract() {
        List<LocalDate> refused =
                occurrences.failed().stream().map(Occurrence::dueOn).toList();
        if (refused.isEmpty()) {
            return Map.of();
        }
        // A calendar that changed since moves a date within its period.
        LocalDate from = Collections.min(refused).minusYears(1);
        LocalDate to = Collections.max(refused).plusYears(1);
        return between(from, to).stream()
                .filter(each -> each.isOpen() && each.problem() != null)
                .collect(Collectors.groupingBy(
                        each -> each.contract().id(),
                        Collectors.mapping(
                                each -> new Refused(each.dueOn(), each.netAmount(), each.problem()),
                                Collectors.toList())));
    }

    @Override
    public boolean isTouched(UUID contractId) {
        return !occurrences.of(contractId).isEmpty();
    }

    /** What was due of a contract up to today, and what was invoiced of it in advance. */
    public List<Planned> historyOf(Contract contract, LocalDate today) {
        List<Planned> recorded = inOrder(occurrences.of(contract.id()));
        LocalDate last = recorded.stream()
                .map(Planned::dueOn)
                .filter(today::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(today);
        return of(contract, FIRST_DAY, last).stream()
                .filter(each -> each.recorded() != null || !each.dueOn().isAfter(today))
                .toList();
    }

    /** What an invoice was made for. */
    public Optional<Planned> invoicedAs(UUID invoiceId) {
        return inOrder(occurrences.invoicedAs(invoiceId)).stream().findFirst();
    }

    /** What a run sent, or could not send, to invoice-service. */
    List<Planned> askedForBy(UUID runId) {
        // Read at once: a run has thousands.
        contracts.inOrder();
        return inOrder(occurrences.claimedBy(runId));
    }

    private List<Planned> inOrder(List<Occurrence> recorded) {
        return recorded.stream()
                .map(each -> Planned.sent(contracts.get(each.contractId()), each))
                .sorted(IN_ORDER)
                .toList();
    }

    private Map<Occurrences.Key, Planned> planned(List<Contract> among, LocalDate from, LocalDate to) {
        Map<Occurrences.Key, Planned> planned = new LinkedHashMap<>();
        for (Contract contract : among) {
            contract.dueBetween(from, to, config.weekends()).forEach(due -> add(planned, Planned.of(contract, due)));
        }
        return planned;
    }

    private static List<Planned> merged(
            List<Contract> among,
            Map<Occurrences.Key, Planned> planned,
            List<Occurrence> recorded,
            LocalDate from,
            LocalDate to) {
        Map<UUID, Contract> byId = among.stream().collect(Collectors.toMap(Contract::id, Function.identity()));
        for (Occurrence occurrence : recorded) {
            Planned known = planned.get(occurrence.key());
            if (known != null) {
                add(planned, known.with(occurrence));
            } else if (occurrence.isFixed()) {
                add(planned, Planned.sent(byId.get(occurrence.contractId()), occurrence));
            }
        }
        return planned.values().stream()
                .filter(each -> !each.dueOn().isBefore(from) && !each.dueOn().isAfter(to))
                .sorted(IN_ORDER)
                .toList();
    }

    private static void add(Map<Occurrences.Key, Planned> planned, Planned each) {
        planned.put(each.key(), each);
    }

    /** What is recorded about the periods that are planned, and what was sent with a date of that time. */
    private List<Occurrence> recorded(Map<Occurrences.Key, Planned> planned, LocalDate from, LocalDate to) {
        LocalDate first = from;
        LocalDate last = from;
        for (Occurrences.Key key : planned.keySet()) {
            first = key.periodFrom().isBefore(first) ? key.periodFrom() : first;
            last = key.periodFrom().isAfter(last) ? key.periodFrom() : last;
        }
        return occurrences.around(from, to, first, last);
    }
}
