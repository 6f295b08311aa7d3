package fr.syaga.facturation.recurrence.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * How many of a month's invoices, from whatever source, needed nobody: a run made and approved them by the standing yes of their
 * contract.
 *
 * @param share in percent, for reading; null while the month has no invoice
 */
record Automation(YearMonth month, int invoices, int neededNobody, BigDecimal share) {

    private static final BigDecimal HUNDRED = new BigDecimal(100);

    static Automation of(YearMonth month, Collection<UUID> invoices, Set<UUID> automatic) {
        int neededNobody = (int) invoices.stream().filter(automatic::contains).count();
        BigDecimal share = invoices.isEmpty()
                ? null
                : HUNDRED.multiply(BigDecimal.valueOf(neededNobody))
                        .divide(BigDecimal.valueOf(invoices.size()), 2, RoundingMode.HALF_UP);
        return new Automation(month, invoices.size(), neededNobody, share);
    }
}
