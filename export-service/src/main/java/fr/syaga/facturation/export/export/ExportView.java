package fr.syaga.facturation.export.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import fr.syaga.facturation.export.document.Format;
import fr.syaga.facturation.export.selection.SkippedInvoice;

/**
 * An export as callers see it.
 *
 * @param progress percent
 * @param totalNet control total: the sum of the documents' net amounts, credit notes negative
 * @param sha256 of the file, null until it is done
 * @param problem why there is no file, null unless it failed
 * @param warning what a person should know before using the file, null for most formats
 * @param follows the export of the same selection whose skipped invoices this one sends, null for most
 * @param skipped the invoices of the selection that this file leaves out
 */
public record ExportView(
        UUID id,
        Format format,
        Export.Status status,
        int progress,
        int documents,
        BigDecimal totalNet,
        BigDecimal totalGross,
        String sha256,
        Long size,
        String fileName,
        boolean again,
        String problem,
        String warning,
        Instant createdAt,
        String createdBy,
        Instant finishedAt,
        UUID follows,
        List<SkippedInvoice> skipped) {

    static ExportView of(Export export) {
        return new ExportView(
                export.id(),
                export.format(),
                export.status(),
                export.progress(),
                export.documents(),
                export.totalNet(),
                export.totalGross(),
                export.sha256(),
                export.size(),
                export.fileName(),
                export.again(),
                export.problem(),
                export.format().warning(),
                export.createdAt(),
                export.createdBy(),
                export.finishedAt(),
                export.follows(),
                List.copyOf(export.skipped()));
    }
}
