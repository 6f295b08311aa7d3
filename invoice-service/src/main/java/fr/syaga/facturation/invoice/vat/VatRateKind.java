package fr.syaga.facturation.invoice.vat;

/** What the law calls a rate of VAT, whatever its percentage is on a day; overseas departments have their own. */
public enum VatRateKind {
    NORMAL,
    ZERO,
    INTERMEDIATE,
    REDUCED,
    OVERSEAS,
    SUPER_REDUCED
}
