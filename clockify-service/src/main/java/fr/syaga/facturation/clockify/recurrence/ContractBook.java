package fr.syaga.facturation.clockify.recurrence;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/**
 * The contracts as they were at one reading.
 *
 * @param asOf when they were read from recurrence-service; null when they never were
 */
public record ContractBook(List<Contract> contracts, Instant asOf) {

    /** True when any contract says how many hours a month it includes. */
    public boolean includeHours() {
        return contracts.stream().anyMatch(contract -> contract.includedHours() != null);
    }

    /** The hours that a customer's contracts of a month include together; empty when none of them speaks of hours. */
    public Optional<BigDecimal> includedHours(String customerCode, YearMonth month) {
        return contracts.stream()
                .filter(contract -> contract.customerCode().equals(customerCode)
                        && contract.includedHours() != null
                        && contract.coversADayOf(month))
                .map(Contract::includedHours)
                .reduce(BigDecimal::add);
    }

    /** The amount is the price of one of the customer's contracts, now or before. */
    public boolean hasPrice(String customerCode, BigDecimal amount) {
        return contracts.stream()
                .filter(contract -> contract.customerCode().equals(customerCode))
                .anyMatch(contract -> contract.hasPrice(amount));
    }

    public boolean hasContract(String customerCode, LocalDate day) {
        return customerCode != null
                && contracts.stream()
                        .anyMatch(contract -> contract.customerCode().equals(customerCode) && contract.holdsOn(day));
    }
}
