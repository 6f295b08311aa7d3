package fr.syaga.facturation.export.selection;

import java.util.UUID;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import fr.syaga.facturation.export.invoicing.Invoice;
import fr.syaga.facturation.export.register.RegisterEntry;

/**
 * An invoice of the selection that the file leaves out.
 *
 * @param reference by which a person knows it before it has a number
 * @param detail what is wrong and the way out, in a sentence; null on exports of before such sentences
 * @param leftUnderKey the key under which it left before, when it did
 * @param leftInExport the export in which it left before
 */
@Embeddable
public record SkippedInvoice(
        UUID invoiceId,
        String number,
        String reference,
        @Enumerated(EnumType.STRING) Reason reason,
        String detail,
        String leftUnderKey,
        UUID leftInExport) {

    /** Why an invoice stays out of a file. What lacks something leaves once that is there. */
    public enum Reason {
        /** It left in another file; only an admin sends it again. */
        ALREADY_LEFT,
        /** It came from Oxygène's own list. */
        FROM_OXYGENE,
        /** A draft or a cancelled invoice never leaves. */
        NOT_APPROVED,
        /** A declined or expired quote is of no use there. */
        QUOTE_CLOSED,
        /** Oxygène files each document under a customer. */
        CUSTOMER_CODE_MISSING,
        /** The profile has no code for one of its VAT rates. */
        VAT_RATE_WITHOUT_CODE,
        /** The imported table of customers does not hold its customer. */
        UNKNOWN_CUSTOMER,
        /** The imported table of articles does not hold one of its articles. */
        UNKNOWN_ARTICLE,
        /** The imported table of VAT types does not hold one of its codes. */
        UNKNOWN_VAT_CODE,
        /** The imported table of payment methods does not hold its code, or nobody could. */
        UNKNOWN_PAYMENT_CODE,
        /** A credit note would leave with a negative quantity, which Oxygène refuses. */
        NEGATIVE_LINE,
        /** A document without lines says nothing to Oxygène. */
        WITHOUT_LINES,
        /** A Factur-X that the law's mentions are missing on is none. */
        MANDATORY_MENTION_MISSING,
        /** Its buyer never has a SIREN: it is no electronic invoice between companies and leaves as a PDF. */
        NO_E_INVOICE,
        /** The paper that Oxygène printed was changed or taken away meanwhile. */
        DOCUMENT_CHANGED,
        /** It cannot be written, or would not add up to the ledger. */
        UNUSABLE_DOCUMENT
    }

    static SkippedInvoice left(Invoice invoice, RegisterEntry before) {
        return new SkippedInvoice(
                invoice.id(),
                invoice.number(),
                invoice.reference(),
                Reason.ALREADY_LEFT,
                "It left before under the key %s; an admin may send it again with \"again\": true."
                        .formatted(before.key()),
                before.key(),
                before.exportId());
    }

    public static SkippedInvoice of(Invoice invoice, Reason reason, String detail) {
        return new SkippedInvoice(invoice.id(), invoice.number(), invoice.reference(), reason, detail, null, null);
    }

    /** What a person calls it. */
    String name() {
        return number != null ? number : reference != null ? reference : invoiceId.toString();
    }
}
