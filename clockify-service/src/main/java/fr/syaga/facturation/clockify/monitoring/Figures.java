package fr.syaga.facturation.clockify.monitoring;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.Hours;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Hours and euros of some entries.
 *
 * @param netAmount FACTURABLE hours at the hourly rate
 * @param billableShare percent of the categorised time that is FACTURABLE; null without any
 */
record Figures(
        BigDecimal facturableHours,
        BigDecimal forfaitHours,
        BigDecimal interneHours,
        BigDecimal netAmount,
        BigDecimal billableShare) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    static Figures of(List<TimeEntry> entries, BigDecimal rate) {
        long facturable = seconds(entries, Category.FACTURABLE);
        long forfait = seconds(entries, Category.FORFAIT);
        long interne = seconds(entries, Category.INTERNE);
        long all = facturable + forfait + interne;
        BigDecimal hours = Hours.of(facturable);
        return new Figures(
                hours,
                Hours.of(forfait),
                Hours.of(interne),
                hours.multiply(rate).setScale(2, RoundingMode.HALF_UP),
                all == 0
                        ? null
                        : HUNDRED.multiply(BigDecimal.valueOf(facturable))
                                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }

    private static long seconds(List<TimeEntry> entries, Category category) {
        return entries.stream()
                .filter(entry -> entry.category() == category)
                .mapToLong(TimeEntry::seconds)
                .sum();
    }
}
