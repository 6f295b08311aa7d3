package fr.syaga.facturation.clockify.recurrence;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A customer's contract: the part of it that concerns time.
 *
 * @param prices all that it ever had, the present one too
 * @param includedHours hours a month that the price covers; null when the contract does not speak of hours
 */
public record Contract(
        UUID id,
        String customerCode,
        String label,
        BigDecimal netAmount,
        String periodicity,
        LocalDate since,
        LocalDate until,
        Status status,
        List<Pause> pauses,
        BigDecimal includedHours,
        List<Price> prices) {

    public Contract {
        pauses = pauses == null ? List.of() : List.copyOf(pauses);
        prices = prices == null ? List.of() : List.copyOf(prices);
    }

    /** A price and the day from which it holds. */
    public record Price(LocalDate from, BigDecimal netAmount) {}

    /** A pause from its first day up to the day on which the contract goes on; without that day it lasts. */
    public record Pause(LocalDate from, LocalDate resumedOn) {

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && (resumedOn == null || day.isBefore(resumedOn));
        }
    }

    private static final Map<String, Integer> MONTHS =
            Map.of("MONTHLY", 1, "BIMONTHLY", 2, "QUARTERLY", 3, "SEMIANNUAL", 6, "ANNUAL", 12);

    /** Where a contract stands today. */
    public enum Status {
        ACTIVE,
        PAUSED,
        ENDED
    }

    /** What of a contract decides which time it covers; figures have no trailing zeros, so that equal ones are equal. */
    record Coverage(
            UUID id,
            String customerCode,
            LocalDate since,
            LocalDate until,
            Status status,
            List<Pause> pauses,
            BigDecimal includedHours) {}

    Coverage coverage() {
        return new Coverage(
                id,
                customerCode,
                since,
                until,
                status,
                pauses,
                includedHours == null ? null : includedHours.stripTrailingZeros());
    }

    /** The contract covers the day: it has begun and is neither paused nor over; the last day belongs to it. */
    public boolean holdsOn(LocalDate day) {
        boolean begun = since != null && !since.isAfter(day);
        boolean over = until == null ? status == Status.ENDED : until.isBefore(day);
        return begun && !over && !isPausedOn(day);
    }

    /** The contract holds on at least one day of the month. */
    public boolean coversADayOf(YearMonth month) {
        return month.atDay(1).datesUntil(month.plusMonths(1).atDay(1)).anyMatch(this::holdsOn);
    }

    /** Pauses have dates; a contract that is paused and tells none is paused on every day. */
    private boolean isPausedOn(LocalDate day) {
        return pauses.isEmpty() ? status == Status.PAUSED : pauses.stream().anyMatch(pause -> pause.holdsOn(day));
    }

    /** The amount is what the contract costs or once cost. */
    boolean hasPrice(BigDecimal amount) {
        return Stream.concat(Stream.ofNullable(netAmount), prices.stream().map(Price::netAmount))
                .anyMatch(price -> price != null && price.compareTo(amount) == 0);
    }

    /** What a month of the contract is worth; not rounded to cents, because such figures are added up. */
    public BigDecimal monthlyNet() {
        return netAmount == null
                ? BigDecimal.ZERO
                : netAmount.divide(BigDecimal.valueOf(MONTHS.getOrDefault(periodicity, 1)), 6, RoundingMode.HALF_UP);
    }
}
