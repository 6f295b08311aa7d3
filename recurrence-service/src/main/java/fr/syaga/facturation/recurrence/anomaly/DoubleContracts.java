package fr.syaga.facturation.recurrence.anomaly;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import fr.syaga.facturation.recurrence.contract.Agreement;
import fr.syaga.facturation.recurrence.contract.Contract;

/** Contracts that two doors made of one: an earlier release joined them not, and a person can still write one a second time. */
final class DoubleContracts {

    private DoubleContracts() {}

    static Stream<Anomaly> among(List<Contract> contracts, LocalDate day) {
        List<Contract> standing =
                contracts.stream().filter(each -> each.stands(day)).toList();
        return standing.stream()
                .filter(each -> each.patternId() == null)
                .flatMap(second -> standing.stream()
                        .filter(proven -> proven.patternId() != null && isDouble(second, proven, day))
                        .limit(1)
                        .map(proven -> Anomaly.doubleContract(second, proven, day)));
    }

    private static boolean isDouble(Contract second, Contract proven, LocalDate day) {
        return second.customerCode().equals(proven.customerCode())
                && second.schedule().periodicity() == proven.schedule().periodicity()
                && !Collections.disjoint(
                        second.schedule().months(), proven.schedule().months())
                && proven.agreement(second.nextPrice(day), day) != Agreement.NONE;
    }
}
