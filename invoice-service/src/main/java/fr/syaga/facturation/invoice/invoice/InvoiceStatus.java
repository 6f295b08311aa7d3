package fr.syaga.facturation.invoice.invoice;

/** Where a document is in its life. Sent and paid are facts on an issued one, not states. */
public enum InvoiceStatus {
    DRAFT,
    APPROVED,
    ISSUED,
    CANCELLED
}
