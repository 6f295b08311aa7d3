package fr.syaga.facturation.recurrence.plan;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.edge.Rejection;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.contract.InvoicedContracts;
import fr.syaga.facturation.recurrence.contract.RefusedInvoices;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.OccurrenceKey;
import fr.syaga.facturation.recurrence.occurrence.Occurrences;

/**
 * What is due in a time, of all contracts or of one, and what became of it. What was sent to invoice-service stays in the plan
 * as it was sent, whatever its contract says today.
 */
@ApplicationScoped
public class Plan implements RefusedInvoices, InvoicedContracts {

    /** Nothing is due before the first year of any history. */
    static final LocalDate FIRST_DAY = LocalDate.of(2000, 1, 1);

    /** Two years of two thousand contracts; more does not fit in memory together with its answer. */
    private static final int MOST_SHOWN = 60_000;

    /** So many contracts are planned at a time where all of their past counts. */
    private static final int CHUNK = 500;

    public static final Comparator<Planned> IN_ORDER = Comparator.comparing(Planned::dueOn)
            .thenComparing(each -> each.contract().customerCode())
            .thenComparing(each -> each.contract().id())
            .thenComparing(each -> each.invoice().period().from());

    private final Contracts contracts;
    private final Occurrences occurrences;
    private final PlanConfig config;

    Plan(Contracts contracts, Occurrences occurrences, PlanConfig config) {
        this.contracts = contracts;
        this.occurrences = occurrences;
        this.config = config;
    }

    /** Everything due between two days, both inclusive, by date and customer; inside a transaction. */
    public List<Planned> between(LocalDate from, LocalDate to) {
        return between(contracts.inOrder(), from, to);
    }

    /** The same when all contracts are known already. */
    public List<Planned> between(List<Contract> all, LocalDate from, LocalDate to) {
        Map<OccurrenceKey, Planned> planned = planned(all, from, to);
        return merged(all, planned, recorded(planned, from, to), from, to);
    }

    /** The same for an answer that shows all of it; 400 when that would be more due dates than an answer holds. */
    public List<Planned> shown(LocalDate from, LocalDate to) {
        List<Contract> all = contracts.inOrder();
        long most =
                all.stream().mapToLong(each -> each.atMostDueBetween(from, to)).sum();
        if (most > MOST_SHOWN) {
            throw Rejection.invalid(
                    "to",
                    "is too late: no answer holds more than %d due dates; ask for a shorter time"
                            .formatted(MOST_SHOWN));
        }
        return between(all, from, to);
    }

    /**
     * What was ever due by a day and is still to be invoiced, or is invoiced otherwise than its contract says now; inside a
     * transaction. What is settled, nearly all of it, is not kept in memory.
     */
    public List<Planned> unsettledUpTo(List<Contract> all, LocalDate day) {
        return inChunks(all)
                .flatMap(chunk -> unsettled(chunk, day))
                .sorted(IN_ORDER)
                .toList();
    }

    private Stream<Planned> unsettled(List<Contract> chunk, LocalDate day) {
        List<UUID> ids = chunk.stream().map(Contract::id).toList();
        Map<OccurrenceKey, Planned> planned = planned(chunk, FIRST_DAY, day);
        Set<UUID> odd = new HashSet<>();
        for (Occurrences.Settled settled : occurrences.settledOf(ids)) {
            Planned known = planned.get(settled.key());
            if (known != null && settled.isAsAgreed(known.agreed())) {
                planned.remove(settled.key());
            } else if (known != null) {
                odd.add(settled.contractId());
            }
        }
        List<Occurrence> recorded = Stream.concat(occurrences.unsettledOf(ids).stream(), occurrences.of(odd).stream())
                .toList();
        return merged(chunk, planned, recorded, FIRST_DAY, day).stream()
                .filter(each -> each.isOpen() || each.isOffTheContract());
    }

    /** Everything that was ever due by a day of some contracts, by contract; inside a transaction. */
    public Map<UUID, List<Planned>> upTo(LocalDate day, Collection<UUID> contractIds) {
        return of(contractIds, FIRST_DAY, day)
                .collect(Collectors.groupingBy(each -> each.contract().id()));
    }

    /** As {@link #between(LocalDate, LocalDate)}, of one contract. */
    public List<Planned> of(Contract contract, LocalDate from, LocalDate to) {
        List<Contract> alone = List.of(contract);
        return merged(alone, planned(alone, from, to), occurrences.of(contract.id()), from, to);
    }

    private Stream<Planned> of(Collection<UUID> contractIds, LocalDate from, LocalDate to) {
        return inChunks(List.copyOf(contractIds)).flatMap(ids -> {
            List<Contract> among = contracts.list("id in ?1", ids);
            return merged(among, planned(among, from, to), occurrences.of(ids), from, to).stream();
        });
    }

    private static <T> Stream<List<T>> inChunks(List<T> all) {
        return IntStream.iterate(0, start -> start < all.size(), start -> start + CHUNK)
                .mapToObj(start -> all.subList(start, Math.min(all.size(), start + CHUNK)));
    }

    /** What runs could not invoice and is still to be; a contract that ended or was paused since has no problem any more. */
    @Override
    public Map<UUID, List<Refused>> byContract() {
        return refused(occurrences.failed());
    }

    @Override
    public List<Refused> of(Contract contract) {
        List<Occurrence> failed = occurrences.of(contract.id()).stream()
                .filter(Occurrence::isFailed)
                .toList();
        return refused(failed).getOrDefault(contract.id(), List.of());
    }

    private Map<UUID, List<Refused>> refused(List<Occurrence> failed) {
        if (failed.isEmpty()) {
            return Map.of();
        }
        List<LocalDate> days = failed.stream().map(Occurrence::dueOn).toList();
        Set<UUID> contractIds = failed.stream().map(Occurrence::contractId).collect(Collectors.toSet());
        // A calendar that changed since moves a date within its period.
        LocalDate from = Collections.min(days).minusYears(1);
        LocalDate to = Collections.max(days).plusYears(1);
        return of(contractIds, from, to)
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
    public List<Planned> askedForBy(UUID runId) {
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

    private Map<OccurrenceKey, Planned> planned(List<Contract> among, LocalDate from, LocalDate to) {
        Map<OccurrenceKey, Planned> planned = new LinkedHashMap<>();
        for (Contract contract : among) {
            contract.dueBetween(from, to, config.weekends()).forEach(due -> add(planned, Planned.of(contract, due)));
        }
        return planned;
    }

    private static List<Planned> merged(
            List<Contract> among,
            Map<OccurrenceKey, Planned> planned,
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

    private static void add(Map<OccurrenceKey, Planned> planned, Planned each) {
        planned.put(each.key(), each);
    }

    /** What is recorded about the periods that are planned, and what was sent with a date of that time. */
    private List<Occurrence> recorded(Map<OccurrenceKey, Planned> planned, LocalDate from, LocalDate to) {
        LocalDate first = from;
        LocalDate last = from;
        for (OccurrenceKey key : planned.keySet()) {
            first = key.periodFrom().isBefore(first) ? key.periodFrom() : first;
            last = key.periodFrom().isAfter(last) ? key.periodFrom() : last;
        }
        return occurrences.around(from, to, first, last);
    }
}
