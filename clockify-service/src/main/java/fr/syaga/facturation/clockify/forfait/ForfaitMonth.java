package fr.syaga.facturation.clockify.forfait;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * The contracts of a month and the hours spent on them.
 *
 * @param contractsAsOf when the contracts were last read; null when they never were
 */
public record ForfaitMonth(
        YearMonth month, List<ForfaitUse> items, BigDecimal totalHours, BigDecimal totalNet, Instant contractsAsOf) {

    static ForfaitMonth of(YearMonth month, List<ForfaitUse> items, Instant contractsAsOf) {
        return new ForfaitMonth(
                month,
                items,
                items.stream()
                        .map(ForfaitUse::hours)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(2),
                items.stream()
                        .map(ForfaitUse::monthlyNet)
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .setScale(2),
                contractsAsOf);
    }
}
