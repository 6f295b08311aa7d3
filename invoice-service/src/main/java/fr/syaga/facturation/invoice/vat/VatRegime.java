package fr.syaga.facturation.invoice.vat;

import fr.syaga.facturation.invoice.money.VatRate;

/** Where the VAT of a customer's invoices is owed, with the EN 16931 category of a line. */
public enum VatRegime {
    /** French customer: the seller charges VAT. */
    FRENCH("S"),
    /** Business in another country of the EU: the customer owes the VAT (reverse charge). */
    EU_REVERSE_CHARGE("AE"),
    /** Business outside the EU: no French VAT. */
    OUTSIDE_EU("G"),
    /** Exempt by law. */
    EXEMPT("E");

    private final String category;

    VatRegime(String category) {
        this.category = category;
    }

    /** The EN 16931 category of a line at this rate: a French customer's line at 0 % is zero-rated, "Z". */
    public String categoryAt(VatRate rate) {
        return this == FRENCH && rate.equals(VatRate.ZERO) ? "Z" : category;
    }

    /** Only a French customer's invoice may charge VAT. */
    public boolean allows(VatRate rate) {
        return this == FRENCH || rate.equals(VatRate.ZERO);
    }
}
