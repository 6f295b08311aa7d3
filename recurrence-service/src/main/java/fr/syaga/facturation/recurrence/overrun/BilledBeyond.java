package fr.syaga.facturation.recurrence.overrun;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.contract.ContractStatus;
import fr.syaga.facturation.recurrence.contract.Contracts;
import fr.syaga.facturation.recurrence.detection.Pattern;
import fr.syaga.facturation.recurrence.occurrence.Occurrence;
import fr.syaga.facturation.recurrence.occurrence.Occurrences;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.pattern.Patterns;

/**
 * Finds the invoices of the history that stand beyond the end of their contract, or within a pause. What a run made is left to
 * {@link Overruns}, and what another contract of the customer asks for, a twin or one that took over, is that one's.
 */
@ApplicationScoped
class BilledBeyond {

    private final Patterns patterns;
    private final Contracts contracts;
    private final Occurrences occurrences;

    BilledBeyond(Patterns patterns, Contracts contracts, Occurrences occurrences) {
        this.patterns = patterns;
        this.contracts = contracts;
        this.occurrences = occurrences;
    }

    /** The month of a contract that one invoice was found for. */
    private record Asked(UUID contractId, YearMonth month) {}

    /** By contract and date; inside a transaction. */
    List<Overrun> among(Collection<Contract> cut) {
        Set<String> customers = cut.stream().map(Contract::customerCode).collect(Collectors.toSet());
        Map<UUID, FoundPattern> byContract = new HashMap<>();
        patterns.latestOf(customers).stream()
                .filter(each -> each.contractId() != null)
                .forEach(each -> byContract.putIfAbsent(each.contractId(), each));
        Set<Asked> answered = new HashSet<>();
        byContract.forEach((id, pattern) ->
                pattern.occurrences().forEach(billed -> answered.add(new Asked(id, YearMonth.from(billed.dueOn())))));
        Map<String, List<Contract>> others = contracts.list("customerCode in ?1 order by id", customers).stream()
                .collect(Collectors.groupingBy(Contract::customerCode));
        Map<UUID, List<Occurrence>> made = occurrences.invoicedOf(byContract.keySet()).stream()
                .collect(Collectors.groupingBy(Occurrence::contractId));
        return cut.stream()
                .filter(each -> byContract.containsKey(each.id()))
                .flatMap(contract -> byContract.get(contract.id()).occurrences().stream()
                        .filter(billed -> isBeyond(contract, billed.dueOn()))
                        .filter(billed -> made.getOrDefault(contract.id(), List.of()).stream()
                                .noneMatch(each -> each.asSent().period().contains(billed.dueOn())))
                        .filter(billed ->
                                !isAskedByAnother(contract, billed, others.get(contract.customerCode()), answered))
                        .map(billed -> Overrun.of(contract, billed)))
                .toList();
    }

    private static boolean isBeyond(Contract contract, LocalDate dueOn) {
        return !contract.stands(dueOn) || contract.statusOn(dueOn) == ContractStatus.PAUSED;
    }

    /** Each contract answers for one invoice of a month. */
    private static boolean isAskedByAnother(
            Contract contract, Pattern.Occurrence billed, List<Contract> others, Set<Asked> answered) {
        LocalDate dueOn = billed.dueOn();
        return others.stream()
                .filter(other -> !other.id().equals(contract.id()))
                .filter(other -> !other.since().isAfter(dueOn) && other.statusOn(dueOn) == ContractStatus.ACTIVE)
                .filter(other -> other.schedule().months().contains(dueOn.getMonthValue())
                        && other.priceOn(dueOn).compareTo(billed.netAmount()) == 0)
                .anyMatch(other -> answered.add(new Asked(other.id(), YearMonth.from(dueOn))));
    }
}
