package fr.syaga.facturation.recurrence.anomaly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import fr.syaga.facturation.recurrence.contract.Agreement;
import fr.syaga.facturation.recurrence.contract.Contract;
import fr.syaga.facturation.recurrence.pattern.FoundPattern;

/** Contracts that two doors made of one: an earlier release joined them not, and a person can still write one a second time. */
final class DoubleContracts {

    private DoubleContracts() {}

    static List<Anomaly> among(List<Contract> contracts, List<FoundPattern> patterns, LocalDate day) {
        List<Contract> standing =
                contracts.stream().filter(each -> each.stands(day)).toList();
        List<FoundPattern> open = new ArrayList<>(patterns.stream()
                .filter(each -> each.stands() && each.contractId() == null)
                .toList());
        List<Anomaly> doubles = new ArrayList<>();
        for (Contract second : standing) {
            if (second.patternId() == null && !isProvenByOneOf(open, second, day)) {
                standing.stream()
                        .filter(proven -> proven.patternId() != null && isDouble(second, proven, day))
                        .findFirst()
                        .ifPresent(proven -> doubles.add(Anomaly.doubleContract(second, proven, day)));
            }
        }
        return doubles;
    }

    /** The history knows it too, and a person has not said yes yet: each pattern stands for one contract. */
    private static boolean isProvenByOneOf(List<FoundPattern> open, Contract second, LocalDate day) {
        return open.stream()
                .filter(each -> each.customerCode().equals(second.customerCode())
                        && each.schedule().periodicity() == second.schedule().periodicity()
                        && each.agreement(second.nextPrice(day)) != Agreement.NONE)
                .findFirst()
                .map(open::remove)
                .orElse(false);
    }

    private static boolean isDouble(Contract second, Contract proven, LocalDate day) {
        return second.customerCode().equals(proven.customerCode())
                && second.schedule().periodicity() == proven.schedule().periodicity()
                && !Collections.disjoint(
                        second.schedule().months(), proven.schedule().months())
                && proven.agreement(second.nextPrice(day), day) != Agreement.NONE;
    }
}
