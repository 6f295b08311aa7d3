package fr.syaga.facturation.clockify.forfait;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.clockify.recurrence.Contract;
import fr.syaga.facturation.clockify.timesheet.Hours;

/**
 * A customer's contracts against the FORFAIT hours of a month. Hours carry a customer and no contract, so that several
 * contracts of one customer are looked at together.
 *
 * @param monthlyNet what the contracts bring in a month
 * @param hours FORFAIT hours of the month
 * @param effectiveHourlyRate what an hour brought; null without hours
 * @param breakEvenHours after so many hours the contract earns less than the hourly rate
 * @param includedHours hours the contracts include; null when they say nothing
 * @param overrunHours hours over what is included, or over the break-even when nothing is said
 */
record ForfaitUse(
        String customerCode,
        List<UUID> contractIds,
        BigDecimal monthlyNet,
        BigDecimal hours,
        BigDecimal effectiveHourlyRate,
        BigDecimal breakEvenHours,
        BigDecimal includedHours,
        BigDecimal overrunHours) {

    static ForfaitUse of(String customerCode, List<Contract> contracts, long seconds, BigDecimal rate) {
        BigDecimal monthlyNet = contracts.stream()
                .map(Contract::monthlyNet)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
        BigDecimal hours = Hours.of(seconds);
        BigDecimal breakEven = monthlyNet.divide(rate, 2, RoundingMode.HALF_UP);
        BigDecimal included = contracts.stream().anyMatch(contract -> contract.includedHours() != null)
                ? contracts.stream()
                        .map(Contract::includedHours)
                        .filter(java.util.Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                : null;
        BigDecimal limit = included == null ? breakEven : included;
        return new ForfaitUse(
                customerCode,
                contracts.stream().map(Contract::id).sorted().toList(),
                monthlyNet,
                hours,
                seconds == 0
                        ? null
                        : monthlyNet
                                .multiply(BigDecimal.valueOf(3600))
                                .divide(BigDecimal.valueOf(seconds), 2, RoundingMode.HALF_UP),
                breakEven,
                included,
                hours.subtract(limit).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP));
    }
}
