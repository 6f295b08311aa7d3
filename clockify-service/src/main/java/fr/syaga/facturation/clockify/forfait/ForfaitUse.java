package fr.syaga.facturation.clockify.forfait;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.recurrence.Contract;

/**
 * A customer's contracts against the hours of a month. Hours carry a customer and no contract, so that several contracts of
 * one customer are looked at together.
 *
 * @param monthlyNet what the contracts bring in a month
 * @param hours spent on the contracts in the month, those over the included hours too
 * @param effectiveHourlyRate what a covered hour brought; null without any
 * @param breakEvenHours after so many hours the contracts earn less than the hourly rate; null when an hour is free
 * @param includedHours hours the contracts include; null when they say nothing
 * @param overrunHours hours over what is included, or over the break-even when nothing is said
 * @param facturableHours hours over what is included that are billed by the hour
 * @param trend the twelve months up to this one, the oldest first
 */
public record ForfaitUse(
        String customerCode,
        List<UUID> contractIds,
        BigDecimal monthlyNet,
        BigDecimal hours,
        BigDecimal effectiveHourlyRate,
        BigDecimal breakEvenHours,
        BigDecimal includedHours,
        BigDecimal overrunHours,
        BigDecimal facturableHours,
        List<TrendMonth> trend) {

    private static final int TREND_MONTHS = 12;
    private static final BigDecimal SECONDS_PER_HOUR = BigDecimal.valueOf(3600);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** A month of the past; what the contracts brought is what those that hold then are worth now. */
    public record TrendMonth(YearMonth month, BigDecimal hours, BigDecimal effectiveHourlyRate) {}

    static ForfaitUse of(List<Contract> contracts, ForfaitTime time, YearMonth month, PriceList prices) {
        String customer = contracts.get(0).customerCode();
        BigDecimal net = net(contracts, month);
        BigDecimal hours = Hours.of(time.spent(month));
        BigDecimal price = prices.priceOf(customer, null, List.of(), month.atEndOfMonth());
        BigDecimal breakEven = price.signum() == 0 ? null : net.divide(price, 2, RoundingMode.HALF_UP);
        BigDecimal included = contracts.stream()
                .map(Contract::includedHours)
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
        BigDecimal limit = included == null ? breakEven : included;
        return new ForfaitUse(
                customer,
                contracts.stream().map(Contract::id).sorted().toList(),
                net,
                hours,
                perHour(net, time.spent(month) - time.billed(month)),
                breakEven,
                included,
                limit == null
                        ? BigDecimal.ZERO.setScale(2)
                        : hours.subtract(limit).max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_UP),
                Hours.of(time.billed(month)),
                trend(contracts, time, month));
    }

    private static List<TrendMonth> trend(List<Contract> contracts, ForfaitTime time, YearMonth last) {
        return IntStream.range(0, TREND_MONTHS)
                .mapToObj(n -> last.minusMonths(TREND_MONTHS - 1L - n))
                .map(month -> new TrendMonth(
                        month,
                        Hours.of(time.spent(month)),
                        perHour(net(contracts, month), time.spent(month) - time.billed(month))))
                .toList();
    }

    private static BigDecimal net(List<Contract> contracts, YearMonth month) {
        return contracts.stream()
                .filter(contract -> contract.coversADayOf(month))
                .map(Contract::monthlyNet)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2, RoundingMode.HALF_UP);
    }

    private static BigDecimal perHour(BigDecimal net, long seconds) {
        return seconds == 0
                ? null
                : net.multiply(SECONDS_PER_HOUR).divide(BigDecimal.valueOf(seconds), 2, RoundingMode.HALF_UP);
    }

    /** Percent of what may be spent that is spent: of the included hours, or of the break-even; null when there is no limit. */
    public BigDecimal usedPercent() {
        BigDecimal limit = includedHours == null ? breakEvenHours : includedHours;
        return limit == null || limit.signum() == 0
                ? null
                : hours.multiply(HUNDRED).divide(limit, 0, RoundingMode.HALF_UP);
    }
}
