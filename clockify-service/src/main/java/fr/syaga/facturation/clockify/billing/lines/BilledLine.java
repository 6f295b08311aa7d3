package fr.syaga.facturation.clockify.billing.lines;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;

import fr.syaga.facturation.clockify.invoicing.Draft;
import fr.syaga.facturation.clockify.layout.BilledUnit;
import fr.syaga.facturation.clockify.layout.LayoutGroup;
import fr.syaga.facturation.clockify.rate.Hours;

/**
 * One line of a time bill: its seconds become a quantity once, and the quantity printed times the price printed is the amount
 * printed.
 *
 * @param hours that the line stands for, as printed or, of days and fixed prices, as measured
 * @param unit HOUR when an old line does not say it
 * @param quantity of the unit; the hours when an old line does not say it
 * @param group the title of the layout's group that it is for, or null
 */
public record BilledLine(
        String description,
        long seconds,
        BigDecimal hours,
        BigDecimal unitPrice,
        BilledUnit unit,
        BigDecimal quantity,
        String group) {

    private static final String HOUR_ARTICLE = "PREST-ING-H";

    public BilledLine {
        unit = unit == null ? BilledUnit.HOUR : unit;
        quantity = quantity == null ? hours : quantity;
    }

    /**
     * A line of hours.
     *
     * @param late the time is of an earlier month than the bill's
     * @param seconds to bill, rounded by {@link HourRounding} where that is asked for
     */
    static BilledLine of(String description, YearMonth month, boolean late, long seconds, BigDecimal unitPrice) {
        BigDecimal hours = Hours.of(seconds);
        String text = BillText.line(description, month, late, hours);
        return new BilledLine(text, seconds, hours, unitPrice, BilledUnit.HOUR, hours, null);
    }

    /** A line of a layout's group. */
    static BilledLine of(LayoutGroup group, YearMonth month, boolean late, long seconds, BigDecimal unitPrice) {
        BigDecimal quantity = group.quantity(seconds);
        return new BilledLine(
                BillText.line(group, month, late),
                seconds,
                group.hours(quantity, seconds),
                unitPrice,
                group.unit(),
                quantity,
                group.title());
    }

    boolean isWorthBilling() {
        return quantity.signum() > 0;
    }

    public boolean hasFixedPrice() {
        return unit == BilledUnit.FIXED;
    }

    /** An estimate for a preview; on the invoice it is invoice-service that computes it. */
    public BigDecimal estimate() {
        return quantity.multiply(unitPrice).setScale(2, RoundingMode.HALF_UP);
    }

    public Draft.Line draft() {
        String article = unit == BilledUnit.HOUR ? HOUR_ARTICLE : null;
        return new Draft.Line(article, description, quantity, unit.code(), unitPrice);
    }
}
