package fr.syaga.facturation.recurrence.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What is to be expected: recurring revenue of today, and twelve months beginning with this one, coming prices included.
 *
 * @param totalNet of the twelve months
 * @param automation of this month
 */
record Forecast(
        LocalDate asOf,
        BigDecimal annualNet,
        BigDecimal monthlyNet,
        BigDecimal totalNet,
        List<MonthAhead> months,
        Automation automation) {

    /**
     * What is invoiced or due in a month, and the prices that begin to hold in it.
     *
     * @param invoiced how many of the invoices exist already
     */
    record MonthAhead(
            YearMonth month, int invoices, int invoiced, BigDecimal netAmount, List<PriceChange> priceChanges) {}
}
