package fr.syaga.facturation.clockify.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.ToLongFunction;

import fr.syaga.facturation.clockify.rate.Hours;
import fr.syaga.facturation.clockify.rate.PriceList;
import fr.syaga.facturation.clockify.rate.Worth;
import fr.syaga.facturation.clockify.timesheet.Category;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * Hours and euros of some entries.
 *
 * @param netAmount FACTURABLE hours at their prices, as an estimate
 * @param billableShare percent of the categorised time that is FACTURABLE; null without any
 */
public record Figures(
        BigDecimal facturableHours,
        BigDecimal forfaitHours,
        BigDecimal interneHours,
        BigDecimal netAmount,
        BigDecimal billableShare) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public static Figures of(List<TimeEntry> entries, PriceList prices) {
        Worth facturable = Worth.of(entries, prices);
        long billable = sum(entries, TimeEntry::facturableSeconds);
        long forfait = sum(entries, TimeEntry::forfaitSeconds);
        long interne = sum(entries, entry -> entry.category() == Category.INTERNE ? entry.seconds() : 0);
        long all = billable + forfait + interne;
        return new Figures(
                facturable.hours(),
                Hours.of(forfait),
                Hours.of(interne),
                facturable.netAmount(),
                all == 0
                        ? null
                        : HUNDRED.multiply(BigDecimal.valueOf(billable))
                                .divide(BigDecimal.valueOf(all), 1, RoundingMode.HALF_UP));
    }

    private static long sum(List<TimeEntry> entries, ToLongFunction<TimeEntry> seconds) {
        return entries.stream().mapToLong(seconds).sum();
    }
}
