package fr.syaga.facturation.clockify.billing.preview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import fr.syaga.facturation.clockify.billing.byhand.HandWritten;
import fr.syaga.facturation.clockify.billing.lines.Bill;
import fr.syaga.facturation.clockify.billing.lines.BilledLine;
import fr.syaga.facturation.clockify.billing.plan.BillingItem;
import fr.syaga.facturation.clockify.doubt.DoubtView;
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
 * @param totalHours without held bills, as in a run's answer
 * @param heldHours of bills that a run does not make, because some time of their customer cannot be
 * @param warnings the month's time that cannot be, billed or not
 */
public record BillingPreview(
        YearMonth month,
        boolean monthOver,
        List<CustomerBill> customers,
        List<DraftPreview> drafts,
        BigDecimal totalHours,
        BigDecimal totalNet,
        BigDecimal openHours,
        BigDecimal openNet,
        BigDecimal heldHours,
        BigDecimal heldNet,
        List<UnmappedTime> unmapped,
        List<HeldTime> billedElsewhere,
        List<HeldTime> notApproved,
        List<Adjustment> adjustments,
        List<BillingWarning> warnings,
        Instant contractsAsOf) {

    /**
     * One customer's drafts together; invoiceId is null until its draft exists, and where it has more than one.
     *
     * @param held why a run makes none of those that are not made yet; null when nothing is held
     * @param doubtful the time on them that cannot be
     */
    record CustomerBill(
            String customerCode,
            BigDecimal hours,
            BigDecimal netAmount,
            UUID invoiceId,
            List<LineView> lines,
            List<HandWritten> handWritten,
            String held,
            List<DoubtView> doubtful) {

        private static CustomerBill of(List<DraftPreview> drafts) {
            DraftPreview first = drafts.get(0);
            return new CustomerBill(
                    first.customerCode(),
                    sum(drafts, DraftPreview::hours),
                    sum(drafts, DraftPreview::netAmount),
                    drafts.size() == 1 ? first.invoiceId() : null,
                    drafts.stream().flatMap(draft -> draft.lines().stream()).toList(),
                    first.handWritten(),
                    drafts.stream()
                            .map(DraftPreview::held)
                            .filter(Objects::nonNull)
                            .findFirst()
                            .orElse(null),
                    drafts.stream()
                            .flatMap(draft -> draft.doubtful().stream())
                            .distinct()
                            .toList());
        }
    }

    /**
     * One invoice to be; invoiceId is null until its draft exists.
     *
     * @param group the group that has the draft for itself; null without a layout, or where groups share one
     * @param hours as measured, whatever a person made of them on the draft
     * @param handWritten documents that the customer already has for that month and that no time of ours made
     * @param held why a run does not make it; null when it does
     * @param doubtful the time on it that cannot be
     */
    record DraftPreview(
            String customerCode,
            String group,
            BigDecimal hours,
            BigDecimal netAmount,
            UUID invoiceId,
            List<LineView> lines,
            List<HandWritten> handWritten,
            String held,
            List<DoubtView> doubtful) {

        public static DraftPreview of(
                BillingItem item, List<DoubtView> doubtful, Map<String, List<HandWritten>> written) {
            return of(item.customerCode(), item.group(), item.lines(), item.invoiceId(), written, null, doubtful);
        }

        public static DraftPreview of(
                Bill bill, boolean isHeld, List<DoubtView> doubtful, Map<String, List<HandWritten>> written) {
            String held = isHeld ? HeldBill.reason(bill.customerCode()) : null;
            return of(bill.customerCode(), bill.group(), bill.lines(), null, written, held, doubtful);
        }

        private boolean isHeld() {
            return held != null;
        }

        private static DraftPreview of(
                String customerCode,
                String group,
                List<BilledLine> lines,
                UUID invoiceId,
                Map<String, List<HandWritten>> written,
                String held,
                List<DoubtView> doubtful) {
            return new DraftPreview(
                    customerCode,
                    group,
                    sum(lines, BilledLine::hours),
                    sum(lines, BilledLine::estimate),
                    invoiceId,
                    lines.stream().map(LineView::of).toList(),
                    written.getOrDefault(customerCode, List.of()),
                    held,
                    doubtful);
        }
    }

    /** One line as it would be printed; the description is the whole designation. */
    public record LineView(
            String description, BigDecimal quantity, BilledUnit unit, BigDecimal unitPrice, BigDecimal netAmount) {

        public static LineView of(BilledLine line) {
            return new LineView(line.description(), line.quantity(), line.unit(), line.unitPrice(), line.estimate());
        }
    }

    /** @param drafts those of one customer beside each other */
    public static BillingPreview of(
            YearMonth month,
            boolean monthOver,
            List<DraftPreview> drafts,
            List<UnmappedTime> unmapped,
            List<HeldTime> billedElsewhere,
            List<HeldTime> notApproved,
            List<Adjustment> adjustments,
            List<BillingWarning> warnings,
            Instant contractsAsOf) {
        List<DraftPreview> held = drafts.stream().filter(DraftPreview::isHeld).toList();
        List<DraftPreview> billed =
                drafts.stream().filter(draft -> !draft.isHeld()).toList();
        List<DraftPreview> open =
                billed.stream().filter(draft -> draft.invoiceId() == null).toList();
        Map<String, List<DraftPreview>> byCustomer = drafts.stream()
                .collect(Collectors.groupingBy(DraftPreview::customerCode, TreeMap::new, Collectors.toList()));
        return new BillingPreview(
                month,
                monthOver,
                byCustomer.values().stream().map(CustomerBill::of).toList(),
                drafts,
                sum(billed, DraftPreview::hours),
                sum(billed, DraftPreview::netAmount),
                sum(open, DraftPreview::hours),
                sum(open, DraftPreview::netAmount),
                sum(held, DraftPreview::hours),
                sum(held, DraftPreview::netAmount),
                unmapped,
                billedElsewhere,
                notApproved,
                adjustments,
                warnings,
                contractsAsOf);
    }

    private static <T> BigDecimal sum(List<T> parts, Function<T, BigDecimal> figure) {
        return parts.stream()
                .map(figure)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(2);
    }
}
