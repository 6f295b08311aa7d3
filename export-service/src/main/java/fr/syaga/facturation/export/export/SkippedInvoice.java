package fr.syaga.facturation.export.export;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * An invoice of the selection that the file leaves out.
 *
 * @param leftUnderKey the key under which it left before, when it did
 * @param leftInExport the export in which it left before
 */
@Embeddable
public record SkippedInvoice(
        UUID invoiceId,
        String number,
        @Enumerated(EnumType.STRING) Reason reason,
        String leftUnderKey,
        UUID leftInExport) {

    /** Why an invoice stays out of a file for Oxygène. */
    public enum Reason {
        /** It left in another file; only an admin sends it again. */
        ALREADY_LEFT,
        /** It came from Oxygène's own list. */
        FROM_OXYGENE,
        /** A draft or a cancelled invoice never leaves. */
        NOT_APPROVED
    }
}
