package fr.syaga.facturation.clockify.billing.preview;

import java.util.List;

import fr.syaga.facturation.clockify.billing.byhand.HandWritten;
import fr.syaga.facturation.clockify.doubt.DoubtView;

/**
 * What a person should look at before an invoice leaves.
 *
 * @param customerCode whom it is about; null for doubtful time of nobody
 * @param handWritten invoices of that month that a person wrote; empty for doubtful time
 * @param doubt the time that cannot be; null for hand-written invoices
 */
public record BillingWarning(String customerCode, String message, List<HandWritten> handWritten, DoubtView doubt) {

    /** A customer who got a draft and already has invoices that a person wrote for that month. */
    public static BillingWarning of(String customerCode, List<HandWritten> written) {
        return new BillingWarning(
                customerCode,
                "%s already has an invoice for that month that a person wrote; if these hours are in it, drop the draft and name them in POST /time-entries/billed."
                        .formatted(customerCode),
                written,
                null);
    }

    public static BillingWarning of(DoubtView doubt) {
        return new BillingWarning(doubt.entry().customerCode(), doubt.message(), List.of(), doubt);
    }
}
