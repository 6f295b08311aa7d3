package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

import fr.syaga.facturation.clockify.invoicing.Draft;
import fr.syaga.facturation.clockify.timesheet.Hours;

/**
 * One line of a time bill: its seconds become hours once, half up to two decimals, and the hours printed
 * times the price printed is the amount printed.
 */
record BilledLine(String description, long seconds, BigDecimal hours, BigDecimal unitPrice) {

    private static final String ARTICLE = "PREST-ING-H";

    /** UN/ECE's code of an hour. */
    private static final String HOUR = "HUR";

    /**
     * @param late the time is of an earlier month than the bill's
     * @param seconds to bill, rounded by {@link HourRounding} where that is asked for
     */
    static BilledLine of(String description, YearMonth month, boolean late, long seconds, BigDecimal unitPrice) {
        BigDecimal hours = Hours.of(seconds);
        return new BilledLine(BillText.line(description, month, late, hours), seconds, hours, unitPrice);
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
