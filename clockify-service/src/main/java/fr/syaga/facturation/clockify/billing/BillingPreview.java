package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.syaga.facturation.clockify.layout.BilledUnit;

/**
 * What a month's bill is or would be. Amounts of what is not billed yet are quantity times price; invoice-service computes the
 * real ones.
 *
 * @param monthOver false while more time of the month may come; what comes after a run is on the next bill
 * @param customers each once, whatever the number of its drafts
 * @param drafts one an invoice
 * @param openHours the part of totalHours that is on no draft yet
 * @param billedElsewhere time that Clockify has on an invoice of its own; a person releases it with /time-entries/unbilled
 * @param notApproved time that waits for an approval in Clockify, where a setting asks for one
 * @param adjustments time that changed or came after the customer's bill was made
 */
record BillingPreview(
        YearMonth month,
        boolean monthOver,
        List<CustomerBill> customers,
        List<DraftPreview> drafts,
        BigDecimal totalHours,
        BigDecimal totalNet,
        BigDecimal openHours,
        BigDecimal openNet,
        List<UnmappedTime> unmapped,
        List<HeldTime> billedElsewhere,
        List<HeldTime> notApproved,
        List<Adjustment> adjustments,
        Instant contractsAsOf) {

    /** One customer's drafts together; invoiceId is null until its draft exists, and where it has more than one. */
    record CustomerBill(
            String customerCode,
            BigDecimal hours,
            BigDecimal netAmount,
            UUID invoiceId,
            List<LineView> lines,
            List<HandWritten> handWritten) {

        private static CustomerBill of(List<DraftPreview> drafts) {
            DraftPreview first = drafts.get(0);
            return new CustomerBill(
                    first.customerCode(),
                    sum(drafts, DraftPreview::hours),
                    sum(drafts, DraftPreview::netAmount),
                    drafts.size() == 1 ? first.invoiceId() : null,
                    drafts.stream().flatMap(draft -> draft.lines().stream()).toList(),
                    first.handWritten());
        }
    }

    /**
     * One invoice to be; invoiceId is null until its draft exists.
     *
     * @param group the group that has the draft for itself; null without a layout, or where groups share one
     * @param hours as measured, whatever a person made of them on the draft
     * @param handWritten documents that the customer already has for that month and that no time of ours made
     */
    record DraftPreview(
            String customerCode,
            String group,
            BigDecimal hours,
            BigDecimal netAmount,
            UUID invoiceId,
            List<LineView> lines,
            List<HandWritten> handWritten) {

        static DraftPreview of(BillingItem item, Map<String, List<HandWritten>> written) {
            return of(item.customerCode(), item.group(), item.lines(), item.invoiceId(), written);
        }

        static DraftPreview of(Bill bill, Map<String, List<HandWritten>> written) {
            return of(bill.customerCode(), bill.group(), bill.lines(), null, written);
        }

        private static DraftPreview of(
                String customerCode,
                String group,
                List<BilledLine> lines,
                UUID invoiceId,
                Map<String, List<HandWritten>> written) {
            return new DraftPreview(
                    customerCode,
                    group,
                    sum(lines, BilledLine::hours),
                    sum(lines, BilledLine::estimate),
                    invoiceId,
                    lines.stream().map(LineView::of).toList(),
                    written.getOrDefault(customerCode, List.of()));
        }
    }

    /** One line as it would be printed; the description is the whole designation. */
    record LineView(
            String description, BigDecimal quantity, BilledUnit unit, BigDecimal unitPrice, BigDecimal netAmount) {

        static LineView of(BilledLine line) {
            return new LineView(line.description(), line.quantity(), line.unit(), line.unitPrice(), line.estimate());
        }
    }

    /** @param drafts those of one customer beside each other */
    static BillingPreview of(
            YearMonth month,
            boolean monthOver,
            List<DraftPreview> drafts,
            List<UnmappedTime> unmapped,
            List<HeldTime> billedElsewhere,
            List<HeldTime> notApproved,
            List<Adjustment> adjustments,
            Instant contractsAsOf) {
        List<DraftPreview> open =
                drafts.stream().filter(draft -> draft.invoiceId() == null).toList();
        Map<String, List<DraftPreview>> byCustomer = drafts.stream()
                .collect(Collectors.groupingBy(DraftPreview::customerCode, TreeMap::new, Collectors.toList()));
        return new BillingPreview(
                month,
                monthOver,
                byCustomer.values().stream().map(CustomerBill::of).toList(),
                drafts,
                sum(drafts, DraftPreview::hours),
                sum(drafts, DraftPreview::netAmount),
                sum(open, DraftPreview::hours),
                sum(open, DraftPreview::netAmount),
                unmapped,
                billedElsewhere,
                notApproved,
                adjustments,
                contractsAsOf);
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> figure) {
        return parts.stream()
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
    }
}
