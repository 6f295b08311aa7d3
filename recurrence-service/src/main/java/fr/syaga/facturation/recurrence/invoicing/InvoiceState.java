package fr.syaga.facturation.recurrence.invoicing;

/** The states of an invoice in invoice-service. */
public enum InvoiceState {
    DRAFT,
    APPROVED,
    ISSUED,
    CANCELLED
}
