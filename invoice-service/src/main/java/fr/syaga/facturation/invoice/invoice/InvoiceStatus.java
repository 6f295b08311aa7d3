package fr.syaga.facturation.invoice.invoice;

/**
 * Where a document is in its life. Sent and paid are facts on an issued one, not states; for a quote being sent is a state, and it
 * is never approved, issued or cancelled.
 */
public enum InvoiceStatus {
    DRAFT,
    APPROVED,
    ISSUED,
    CANCELLED,
    SENT,
    ACCEPTED,
    DECLINED,
    EXPIRED
}
