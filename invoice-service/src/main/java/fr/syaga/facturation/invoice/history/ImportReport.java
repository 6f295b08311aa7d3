package fr.syaga.facturation.invoice.history;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What an import did, row by row: {@code rows = imported + unchanged + updated + numbersLearnt + ambiguous + rejected}. Counts
 * and totals of documents are those of all rows that were kept, so they equal the file's, however often it is imported.
 *
 * @param rejected the rows left out, with their line in the file and the reason; the first thousand of {@code rejectedRows}
 * @param paymentsKept of the rows kept, those whose document is settled by a person's word and open in the list: the word stands
 */
public record ImportReport(
        UUID id,
        String file,
        long rows,
        long imported,
        long unchanged,
        long updated,
        long numbersLearnt,
        long ambiguous,
        long rejectedRows,
        List<RejectedRow> rejected,
        long invoices,
        long creditNotes,
        long customers,
        BigDecimal totalNet,
        BigDecimal totalGross,
        long paymentsKept) {

    /** A row that was left out. */
    public record RejectedRow(long line, String reason) {}
}
