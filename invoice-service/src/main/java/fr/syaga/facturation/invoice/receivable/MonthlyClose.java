package fr.syaga.facturation.invoice.receivable;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/**
 * Whether a month is complete: everything approved has left, everything that left is in Oxygène's list, to the cent.
 *
 * @param ours the documents that we made and that bear a date of the month
 * @param inOxygene those of them that Oxygène's list has, with the list's amounts
 * @param onlyInOxygene documents of the month in Oxygène's list that are none of ours: entered there by hand
 * @param complete true when both agree and nothing waits
 */
public record MonthlyClose(
        YearMonth month,
        Side ours,
        Side inOxygene,
        Side onlyInOxygene,
        List<Missing> drafts,
        List<Missing> notExported,
        List<Missing> notInOxygene,
        List<String> numbersWithoutInvoice,
        boolean complete) {

    /** How many documents and their net amount. */
    public record Side(long documents, BigDecimal netAmount) {}

    /** A document that waits for somebody. */
    public record Missing(UUID id, String customerCode, LocalDate issuedOn, BigDecimal netAmount) {}
}
