package fr.syaga.facturation.clockify.billing.run;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.clockify.billing.plan.BillingItem;
import fr.syaga.facturation.clockify.billing.preview.Adjustment;
import fr.syaga.facturation.clockify.billing.preview.BillingPreview;
import fr.syaga.facturation.clockify.billing.preview.BillingWarning;
import fr.syaga.facturation.clockify.billing.preview.HeldBill;
import fr.syaga.facturation.clockify.billing.preview.UnmappedTime;
import fr.syaga.facturation.clockify.invoicing.Invoice;

/**
 * What a billing run made and found.
 *
 * @param monthOver false when the month was billed before its last day had passed
 * @param created drafts that are new
 * @param existing drafts that were there already
 * @param totalHours over created and existing ones
 * @param totalNet as invoice-service computed it
 * @param failed customers whose draft was refused; their time is free again
 * @param held bills that were not made, because some time of their customer cannot be; in no other figure
 * @param warnings customers who may be billed twice for the same hours, and the month's time that cannot be, billed or not
 */
record BillingRunView(
        UUID id,
        YearMonth month,
        boolean monthOver,
        int created,
        int existing,
        BigDecimal totalHours,
        BigDecimal totalNet,
        List<DraftView> drafts,
        List<UnmappedTime> unmapped,
        List<Failure> failed,
        List<HeldBill> held,
        BigDecimal heldHours,
        BigDecimal heldNet,
        List<Adjustment> adjustments,
        List<BillingWarning> warnings) {

    /**
     * A draft, its lines as they were measured.
     *
     * @param group the group that has the draft for itself; null without a layout, or where groups share one
     * @param netAmount as it stands in invoice-service, where a person may have changed it
     */
    record DraftView(
            String customerCode,
            String group,
            UUID invoiceId,
            BigDecimal hours,
            BigDecimal netAmount,
            List<BillingPreview.LineView> lines) {

        static DraftView of(BillingItem item, Invoice invoice) {
            return new DraftView(
                    item.customerCode(),
                    item.group(),
                    item.invoiceId(),
                    item.hours(),
                    invoice.netAmount(),
                    item.lines().stream().map(BillingPreview.LineView::of).toList());
        }
    }

    /**
     * Why a customer got no draft.
     *
     * @param type the stable name of invoice-service's refusal, or null
     */
    record Failure(String customerCode, String group, String reference, String type, String reason) {}
}
