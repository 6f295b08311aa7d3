package fr.syaga.facturation.clockify.billing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * What a billing run made and found.
 *
 * @param monthOver false when the month was billed before its last day had passed
 * @param created drafts that are new
 * @param existing drafts that were there already
 * @param totalHours over created and existing ones
 * @param totalNet as invoice-service computed it
 * @param failed customers whose draft was refused; their time is free again
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
        List<Adjustment> adjustments) {

    /** A customer's draft. */
    record DraftView(String customerCode, UUID invoiceId, BigDecimal hours, BigDecimal netAmount) {}

    /** Why a customer got no draft. */
    record Failure(String customerCode, String reference, String reason) {}
}
