package fr.syaga.facturation.invoice.wording;

/** What a legal wording is about; its text is data. */
public enum WordingCode {
    /** Rate of the penalties for late payment (C. com. L. 441-10 II). */
    LATE_PENALTY,
    /** Fixed fee for recovery (C. com. D. 441-5). */
    RECOVERY_FEE,
    /** Discount for early payment, or that there is none (C. com. L. 441-9). */
    EARLY_PAYMENT,
    /** Goods, services or both (decree 2022-1299). */
    OPERATION_CATEGORY,
    /** VAT on debits, when the issuer opted for it (decree 2022-1299). */
    DEBIT_OPTION,
    /** The customer owes the VAT. */
    EU_REVERSE_CHARGE,
    /** No French VAT for a business outside the EU. */
    OUTSIDE_EU,
    /** Exempt by law: the article depends on the case, so a person enters it. */
    EXEMPT
}
