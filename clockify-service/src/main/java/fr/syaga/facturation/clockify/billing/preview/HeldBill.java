package fr.syaga.facturation.clockify.billing.preview;

import java.math.BigDecimal;
import java.util.List;

import fr.syaga.facturation.clockify.billing.lines.Bill;
import fr.syaga.facturation.clockify.billing.lines.BilledLine;
import fr.syaga.facturation.clockify.doubt.DoubtView;

/**
 * A bill that is not made because some time of its customer cannot be as it was tracked.
 *
 * @param group the group that would have the draft for itself; null without a layout, or where groups share one
 * @param hours of the whole bill, the doubtful ones among them
 * @param netAmount what it would come to, as an estimate
 * @param reason why it waits and how it goes on
 * @param doubtful the time on this bill that cannot be; empty where another bill of the customer has it
 */
public record HeldBill(
        String customerCode,
        String group,
        BigDecimal hours,
        BigDecimal netAmount,
        String reason,
        List<DoubtView> doubtful) {

    static HeldBill of(Bill bill, List<DoubtView> doubtful) {
        BigDecimal zero = BigDecimal.ZERO.setScale(2);
        return new HeldBill(
                bill.customerCode(),
                bill.group(),
                bill.lines().stream().map(BilledLine::hours).reduce(zero, BigDecimal::add),
                bill.lines().stream().map(BilledLine::estimate).reduce(zero, BigDecimal::add),
                reason(bill.customerCode()),
                doubtful);
    }

    static String reason(String customerCode) {
        return "%s waits: some of its time cannot be as it was tracked. Correct it in Clockify, choose INTERNE or FORFAIT for what nobody pays by the hour, or bill it as it is with \"despite\": true."
                .formatted(customerCode);
    }
}
