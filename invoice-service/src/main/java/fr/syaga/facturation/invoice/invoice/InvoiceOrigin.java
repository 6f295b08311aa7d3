package fr.syaga.facturation.invoice.invoice;

/** What made a document: the imported list, a contract's occurrence, billed time, or a person. */
public enum InvoiceOrigin {
    HISTORY,
    RECURRENCE,
    TIME,
    MANUAL
}
