package fr.syaga.facturation.export.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

import fr.syaga.facturation.export.document.Format;

/** An export in a list. */
public record ExportSummary(
        UUID id,
        Format format,
        Export.Status status,
        int progress,
        int documents,
        BigDecimal totalNet,
        BigDecimal totalGross,
        String sha256,
        String fileName,
        Instant createdAt) {

    static ExportSummary of(Export export) {
        return new ExportSummary(
                export.id(),
                export.format(),
                export.status(),
                export.progress(),
                export.documents(),
                export.totalNet(),
                export.totalGross(),
                export.sha256(),
                export.fileName(),
                export.createdAt());
    }
}
