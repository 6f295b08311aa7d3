package fr.syaga.facturation.invoice.invoice;

/** Which part of an accepted quote an invoice bills: all of it, or an advance and then the rest. */
public enum QuotePart {
    WHOLE,
    ADVANCE,
    REST
}
