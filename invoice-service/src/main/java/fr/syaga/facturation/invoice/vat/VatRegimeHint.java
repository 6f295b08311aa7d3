package fr.syaga.facturation.invoice.vat;

/** Why nobody knows a customer's VAT regime until a person decides it. */
public enum VatRegimeHint {
    /** Three in four or more of its last documents bear no VAT. */
    NO_VAT_IN_HISTORY
}
