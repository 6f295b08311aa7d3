package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What a month's bill is or would be. Amounts of what is not billed yet are hours times price; invoice-service computes the
 * real ones.
 *
 * @param monthOver false while more time of the month may come; what comes after a run is on the next bill
 * @param openHours the part of totalHours that is on no draft yet
 * @param adjustments time that changed or came after the customer's bill was made
 */
record BillingPreview(
        YearMonth month,
        boolean monthOver,
        List<CustomerBill> customers,
        BigDecimal totalHours,
        BigDecimal totalNet,
        BigDecimal openHours,
        BigDecimal openNet,
        List<UnmappedTime> unmapped,
        List<Adjustment> adjustments,
        Instant contractsAsOf) {

    /** One customer's bill; invoiceId is null until a draft exists. */
    record CustomerBill(
            String customerCode, BigDecimal hours, BigDecimal netAmount, UUID invoiceId, List<LineView> lines) {

        static CustomerBill of(String customerCode, List<BilledLine> lines, UUID invoiceId) {
            List<LineView> views = lines.stream().map(LineView::of).toList();
            return new CustomerBill(
                    customerCode,
                    sum(views.stream().map(LineView::quantity).toList()),
                    sum(views.stream().map(LineView::netAmount).toList()),
                    invoiceId,
                    views);
        }
    }

    /** One line as it would be printed. */
    record LineView(String description, BigDecimal quantity, BigDecimal unitPrice, BigDecimal netAmount) {

        static LineView of(BilledLine line) {
            return new LineView(line.description(), line.hours(), line.unitPrice(), line.estimate());
        }
    }

    static BillingPreview of(
            YearMonth month,
            boolean monthOver,
            List<CustomerBill> customers,
            List<UnmappedTime> unmapped,
            List<Adjustment> adjustments,
            Instant contractsAsOf) {
        List<CustomerBill> open =
                customers.stream().filter(bill -> bill.invoiceId() == null).toList();
        return new BillingPreview(
                month,
                monthOver,
                customers,
                sum(customers.stream().map(CustomerBill::hours).toList()),
                sum(customers.stream().map(CustomerBill::netAmount).toList()),
                sum(open.stream().map(CustomerBill::hours).toList()),
                sum(open.stream().map(CustomerBill::netAmount).toList()),
                unmapped,
                adjustments,
                contractsAsOf);
    }

    private static BigDecimal sum(List<BigDecimal> figures) {
        return figures.stream().reduce(BigDecimal.ZERO, BigDecimal::add).setScale(2);
    }
}
