package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.Collection;

import fr.syaga.facturation.clockify.invoicing.Draft;
import fr.syaga.facturation.clockify.timesheet.Hours;
import fr.syaga.facturation.clockify.timesheet.TimeEntry;

/**
 * One line of a time bill: the exact seconds of its entries become hours once, half up to two decimals, and the hours printed
 * times the price printed is the amount printed.
 */
record BilledLine(String description, long seconds, BigDecimal hours, BigDecimal unitPrice) {

    private static final String ARTICLE = "PREST-ING-H";

    /** UN/ECE's code of an hour. */
    private static final String HOUR = "HUR";

    /** @param late the time is of an earlier month than the bill's */
    static BilledLine of(YearMonth month, boolean late, Collection<TimeEntry> entries, BigDecimal unitPrice) {
        long seconds = entries.stream().mapToLong(TimeEntry::seconds).sum();
        BigDecimal hours = Hours.of(seconds);
        return new BilledLine(BillText.line(month, late, hours), seconds, hours, unitPrice);
    }

    boolean isWorthBilling() {
        return hours.signum() > 0;
    }

    /** An estimate for a preview; on the invoice it is invoice-service that computes it. */
    BigDecimal estimate() {
        return hours.multiply(unitPrice).setScale(2, RoundingMode.HALF_UP);
    }

    Draft.Line draft() {
        return new Draft.Line(ARTICLE, description, hours, HOUR, unitPrice);
    }
}
