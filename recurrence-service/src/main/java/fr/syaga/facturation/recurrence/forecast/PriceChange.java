package fr.syaga.facturation.recurrence.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.recurrence.contract.Contract;

/** A price that is set and does not hold yet, and what it changes a year. */
record PriceChange(
        UUID contractId,
        String customerCode,
        LocalDate from,
        BigDecimal oldNet,
        BigDecimal newNet,
        BigDecimal annualIncrease) {

    /** Those of a contract that begin to hold in a month, after a day. */
    static List<PriceChange> of(Contract contract, YearMonth month, LocalDate after) {
        return contract.prices().stream()
                .filter(price -> price.holdsFrom().isAfter(after)
                        && YearMonth.from(price.holdsFrom()).equals(month))
                .filter(price -> price.holdsFrom().isAfter(contract.since())
                        && contract.goesOnAfter(price.holdsFrom().minusDays(1)))
                .map(price -> {
                    BigDecimal old = contract.priceOn(price.holdsFrom().minusDays(1));
                    return new PriceChange(
                            contract.id(),
                            contract.customerCode(),
                            price.holdsFrom(),
                            old,
                            price.netAmount(),
                            price.netAmount()
                                    .subtract(old)
                                    .multiply(BigDecimal.valueOf(
                                            contract.schedule().periodicity().perYear())));
                })
                .toList();
    }
}
