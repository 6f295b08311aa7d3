package fr.syaga.facturation.recurrence.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;
import fr.syaga.facturation.recurrence.term.Agreement;

/** Contracts that two doors made of one: an earlier release joined them not, and a person can still write one a second time. */
final class DoubleContracts {

    private DoubleContracts() {}

    /** @param open patterns that stand and no contract stands for */
    static List<Anomaly> among(List<Contract> contracts, List<FoundPattern> open, LocalDate day) {
        Map<String, List<Contract>> standing =
                contracts.stream().filter(each -> each.stands(day)).collect(byCustomer(Contract::customerCode));
        Map<String, List<FoundPattern>> waiting = open.stream().collect(byCustomer(FoundPattern::customerCode));
        List<Anomaly> doubles = new ArrayList<>();
        standing.forEach((customer, all) -> {
            List<FoundPattern> left = new ArrayList<>(waiting.getOrDefault(customer, List.of()));
            for (Contract second : all) {
                if (second.patternId() == null && !isProvenByOneOf(left, second, day)) {
                    all.stream()
                            .filter(proven -> proven.patternId() != null && isDouble(second, proven, day))
                            .findFirst()
                            .ifPresent(proven -> doubles.add(Anomaly.doubleContract(second, proven, day)));
                }
            }
        });
        return doubles;
    }

    private static <T> Collector<T, ?, Map<String, List<T>>> byCustomer(Function<T, String> customer) {
        return Collectors.groupingBy(customer, LinkedHashMap::new, Collectors.toList());
    }

    /** The history knows it too, and a person has not said yes yet: each pattern stands for one contract. */
    private static boolean isProvenByOneOf(List<FoundPattern> left, Contract second, LocalDate day) {
        return left.stream()
                .filter(each ->
                        each.schedule().periodicity() == second.schedule().periodicity()
                                && each.agreement(second.nextPrice(day)) != Agreement.NONE)
                .findFirst()
                .map(left::remove)
                .orElse(false);
    }

    private static boolean isDouble(Contract second, Contract proven, LocalDate day) {
        return second.schedule().periodicity() == proven.schedule().periodicity()
                && !Collections.disjoint(
                        second.schedule().months(), proven.schedule().months())
                && proven.agreement(second.nextPrice(day), day) != Agreement.NONE;
    }
}
