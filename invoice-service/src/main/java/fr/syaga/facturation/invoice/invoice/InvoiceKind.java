package fr.syaga.facturation.invoice.invoice;

import fr.syaga.facturation.invoice.money.Money;

/**
 * What a document is. A credit note's amounts are negative; its quantities and prices are not. A quote is no document of account:
 * nothing is owed on it, and it is in no sum.
 */
public enum InvoiceKind {
    INVOICE('F'),
    CREDIT_NOTE('A'),
    QUOTE('D');

    private final char prefix;

    InvoiceKind(char prefix) {
        this.prefix = prefix;
    }

    /** The first letter of its number: F for facture, A for avoir, D for devis. */
    public char prefix() {
        return prefix;
    }

    public Money signed(Money amount) {
        return this == CREDIT_NOTE ? amount.negate() : amount;
    }
}
