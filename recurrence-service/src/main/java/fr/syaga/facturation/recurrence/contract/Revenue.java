package fr.syaga.facturation.recurrence.contract;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Annual recurring revenue of the contracts that are not over, at the price of their next due date; a month is a twelfth of it. */
public record Revenue(BigDecimal annualNet, BigDecimal monthlyNet, List<CustomerRevenue> byCustomer) {

    private static final int MONTHS_A_YEAR = 12;

    /** One customer's part. */
    public record CustomerRevenue(String customerCode, BigDecimal annualNet) {}

    public static Revenue of(List<Contract> contracts, LocalDate day) {
        Map<String, BigDecimal> byCustomer = new TreeMap<>();
        contracts.stream()
                .filter(contract -> contract.statusOn(day) != ContractStatus.ENDED)
                .forEach(contract ->
                        byCustomer.merge(contract.customerCode(), contract.annualNet(day), BigDecimal::add));
        BigDecimal annual = byCustomer.values().stream().reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
        // An indicator for reading, never invoiced.
        BigDecimal monthly = annual.divide(BigDecimal.valueOf(MONTHS_A_YEAR), 2, RoundingMode.HALF_UP);
        return new Revenue(
                annual,
                monthly,
                byCustomer.entrySet().stream()
                        .map(each -> new CustomerRevenue(each.getKey(), each.getValue()))
                        .toList());
    }
}
