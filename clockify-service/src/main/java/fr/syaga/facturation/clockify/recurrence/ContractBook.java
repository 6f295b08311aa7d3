package fr.syaga.facturation.clockify.recurrence;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * The contracts as they were at one reading.
 *
 * @param asOf when recurrence-service told them, or null when it never could be asked
 */
public record ContractBook(List<Contract> contracts, Instant asOf) {

    public boolean hasContract(String customerCode, LocalDate day) {
        return customerCode != null
                && contracts.stream()
                        .anyMatch(contract -> contract.customerCode().equals(customerCode) && contract.holdsOn(day));
    }
}
